// Command benchdemo measures `ethml demo` from outside, as the person at the terminal meets it.
//
//	benchdemo -ethml bin/ethml -out bench/demo.json
//
// It runs the demo twice: once to its end, for the time and the memory it takes, and once staying up, for what it costs
// when nothing is asked of it. The result is one flat JSON object:
//
//	demo_wall_s             seconds from start to exit of `ethml demo --once`
//	demo_rss_mb             largest resident memory of all its processes together, MiB; pages they share count in each
//	request_to_callback_ms  milliseconds from request to callback, the slower of the two requests
//	idle_cpu_percent        processor time of all its processes while idle, percent of one core
//
// Linux only: it reads /proc.
package main
