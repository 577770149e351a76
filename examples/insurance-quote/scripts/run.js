#!/usr/bin/env node
// Plays the application on a network that runs, such as `ethml demo`: deploys it, has a clinic ask for two applicants, waits for what
// the model predicts, and takes one of them through a policy to its payment.
//
// usage: scripts/run.js [--network FILE] [--limit SECONDS] [--json]
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Contract, ContractFactory, HDNodeWallet, JsonRpcProvider, NonceManager, Wallet, formatUnits, parseUnits } from "ethers";

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    network: { type: "string", default: path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "ethml", "network.json") },
    limit: { type: "string", default: "180" },
    json: { type: "boolean", default: false },
  },
});

/** The dev chain's public accounts; number 0 holds the genesis allocation. */
const MNEMONIC = "hawk couple problem quantum lemon lava saddle swallow want become forum educate";
/** diabetes-progression: disease progression in a year, two decimals; larger is worse. */
const MODEL = 3;
const COVER = parseUnits("1000");

const say = (text) => process.stderr.write(text + "\n");

async function artifact(source, name) {
  const { abi, bytecode } = JSON.parse(await readFile(path.join(here, "..", "out", source, `${name}.json`), "utf8"));
  return { abi, bytecode: bytecode.object };
}

async function deploy(signer, source, name, ...args) {
  const { abi, bytecode } = await artifact(source, name);
  const contract = await new ContractFactory(abi, bytecode, signer).deploy(...args);
  return contract.waitForDeployment();
}

/** Sends a transaction and waits until it is mined. */
async function mined(sending) {
  return (await sending).wait();
}

/** Puts measurements on IPFS and gives their CID. */
async function upload(ipfs, file) {
  const form = new FormData();
  form.append("file", new Blob([await readFile(file)]), path.basename(file));
  const answer = await fetch(new URL("/api/v0/add?cid-version=1", ipfs), { method: "POST", body: form });
  if (!answer.ok) throw new Error(`${ipfs} did not take ${file}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).Hash;
}

/** Waits for the first of these events about a quote. */
async function outcome(insurance, id, names, from) {
  const until = Date.now() + Number(options.limit) * 1000;
  for (;;) {
    for (const name of names) {
      const [log] = await insurance.queryFilter(insurance.filters[name](id), from);
      if (log) return { name, args: log.args };
    }
    if (Date.now() > until) throw new Error(`quote ${id} has no answer after ${options.limit} s: \`ethml status\` shows what hinders it`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function main() {
  let network;
  try {
    network = JSON.parse(await readFile(options.network, "utf8"));
  } catch (e) {
    throw new Error(`no network at ${options.network}: start one with \`ethml demo\`, or name its file with --network (${e.message})`);
  }
  const provider = new JsonRpcProvider(network.rpc, undefined, { pollingInterval: 250, cacheTimeout: -1 });
  try {
    return await play(network, provider);
  } finally {
    provider.destroy();
  }
}

async function play(network, provider) {
  const insurer = new NonceManager(HDNodeWallet.fromPhrase(MNEMONIC).connect(provider));
  // new accounts, so that the application can be played again and again
  const clinic = Wallet.createRandom(provider);
  const applicant = Wallet.createRandom(provider);
  const from = await provider.getBlockNumber();

  const ethml = new Contract(network.coordinator, ["function token() view returns (address)"], provider);
  const eml = new Contract(await ethml.token(), ["function transfer(address,uint256) returns (bool)", "function approve(address,uint256) returns (bool)"], insurer);
  const dollar = await deploy(insurer, "Dollar.sol", "Dollar");
  const insurance = await deploy(insurer, "InsuranceQuote.sol", "InsuranceQuote", network.coordinator, MODEL, dollar, clinic);
  say(`contract   InsuranceQuote ${insurance.target}, model ${MODEL}`);
  await Promise.all([
    mined(insurer.sendTransaction({ to: clinic, value: parseUnits("1") })),
    mined(insurer.sendTransaction({ to: applicant, value: parseUnits("1") })),
    mined(dollar.transfer(insurance, parseUnits("5000"))),
    mined(dollar.transfer(applicant, parseUnits("100"))),
    mined(eml.transfer(clinic, parseUnits("1"))),
  ]);

  const points = path.join(here, "..", "..", "..", "models", "diabetes-progression", "points");
  const asClinic = insurance.connect(clinic);
  const tip = parseUnits("0.5");
  await mined(eml.connect(clinic).approve(insurance, 2n * tip));
  const quotes = [];
  for (const who of ["mild", "severe"]) {
    const cid = await upload(network.ipfs, path.join(points, `${who}.json`));
    const receipt = await mined(asClinic.ask(applicant, COVER, cid, tip));
    const asked = receipt.logs.map((log) => insurance.interface.parseLog(log)).find((event) => event?.name === "Asked");
    say(`asked      quote ${asked.args.id}: cover of ${formatUnits(COVER)} for the ${who} case, measurements ${cid}`);
    quotes.push({ who, id: asked.args.id });
  }
  for (const quote of quotes) {
    const { name, args } = await outcome(insurance, quote.id, ["Offered", "Declined", "Unanswered"], from);
    quote.outcome = name;
    if (name === "Unanswered") throw new Error(`quote ${quote.id} was not answered, reason ${args.reason}`);
    quote.score = formatUnits(args.score, 2);
    if (name === "Offered") quote.premium = formatUnits(args.premium);
    say(`${name.toLowerCase().padEnd(10)} quote ${quote.id}: predicted progression ${quote.score}` + (quote.premium ? `, premium ${quote.premium}` : ""));
  }

  const bought = quotes.find((quote) => quote.outcome === "Offered");
  if (!bought) throw new Error("nobody was offered cover");
  await mined(dollar.connect(applicant).approve(insurance, parseUnits(bought.premium)));
  await mined(insurance.connect(applicant).buy(bought.id));
  say(`covered    quote ${bought.id}: ${formatUnits(await insurance.reserved())} reserved`);
  await mined(asClinic.report(bought.id));
  const paid = formatUnits(await dollar.balanceOf(applicant));
  say(`paid out   quote ${bought.id}: the applicant has ${paid}`);
  return { contract: insurance.target, quotes: quotes.map((q) => ({ ...q, id: Number(q.id) })), bought: Number(bought.id), applicant_has: paid };
}

main().then((result) => {
  if (options.json) process.stdout.write(JSON.stringify(result) + "\n");
}, (e) => {
  process.stderr.write(`insurance-quote: ${e.shortMessage || e.message}\n`);
  process.exitCode = 1;
});
