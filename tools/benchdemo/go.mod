module github.com/ethml/ethml/tools/benchdemo

go 1.26
