// Package guides runs what the guides in docs/ tell people to type, so that they stay true. The tests of all guides share
// one network, `ethml demo` in a process of its own.
//
// A guide takes part by a test of two lines in this package:
//
//	func TestThePublisherGuide(t *testing.T) { Run(t, "docs/publisher-guide.md", nil) }
//
// Its fenced ```sh blocks are run from top to bottom by bash, each with -euo pipefail, in one scratch folder; the working
// folder and the variables that a block sets are there for the next. The programs of this tree and those of bin/tools
// come first in PATH, and ETHML_NETWORK names the shared network's file. A block must exit with 0 within a minute.
//
// A ```text block that follows (prose may stand between, another block may not) is what the commands print, standard
// output and error together as a terminal shows them. In it `...` stands for anything within a line, and a line that is
// nothing else for any number of lines, also none. Blocks of other languages are for reading only.
//
// What can't be run as it stands is said in the Markdown, in comments that readers don't see, each on a line of its own:
//
//	<!-- guide: replace OLD with NEW -->       from here on; NEW may hold $VARIABLES. What is printed is replaced back.
//	<!-- guide: skip REASON -->                the next block isn't run, and why
//	<!-- guide: unless COND then COMMAND -->   the next block is run if COND succeeds, and COMMAND in its place if not
//	<!-- guide: file NAME -->                  the next block, of any language, is written to the file NAME instead
//	<!-- guide: fails -->                      the next block must fail
//	<!-- guide: background until COMMAND -->   the next block runs until the guide's end; COMMAND succeeds once it is ready
//	<!-- guide: also COMMAND -->               is run here, unseen by readers, such as to prepare or to clean up
//
// Every block sees these variables: ROOT (the repository), RPC and IPFS (the network's chain and content store),
// COORDINATOR, DEPLOYMENT_BLOCK, LOGS (the demo's logs), and WATCHER, INFERENCE, POW and SUBMITTER, the gRPC addresses of
// the network's first node. A guide that needs more gives them to Run.
package guides
