module github.com/ethml/ethml/tools/repocheck

go 1.26
