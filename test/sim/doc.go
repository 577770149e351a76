// Package sim runs whole operators, the real watcher and the real submitter of each, on an Ethereum chain in memory and in
// simulated time. The chain runs the real contracts; it reorganises, its node fails, lags, forgets and withholds; services
// are stopped, killed between any two durable steps and started again. An independent checker watches every transaction that leaves
// and reads the chain afterwards.
//
// A seed fixes what happens to whom and when. The order of goroutines within one simulated instant is the Go scheduler's,
// so a seed repeats a story rather than an instruction; a run that breaks a promise prints all of it.
package sim
