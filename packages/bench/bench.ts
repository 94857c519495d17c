/**
 * `npm run bench -- <name>…`: measures the product beside plain references. Without a name it tells the names.
 * `--quick`: three rounds however loud the machine is, to see whether a change helps; its figures are worth no more.
 */
import { aggregation } from './benches/aggregation.ts';
import { allocation } from './benches/allocation.ts';
import { allocationStored } from './benches/allocation-stored.ts';
import { bus } from './benches/bus.ts';
import { certificates } from './benches/certificates.ts';
import { certificatesChat } from './benches/certificates-chat.ts';
import { dashboards } from './benches/dashboards.ts';
import { durable } from './benches/durable.ts';
import { fanOut, fanOutLarge } from './benches/fan-out.ts';
import { latency } from './benches/latency.ts';
import { openRoom, reportDesk, sitesList } from './benches/reading.ts';
import { recover } from './benches/recover.ts';
import { scroll } from './benches/scroll.ts';
import { slowSocket } from './benches/slow.ts';
import type { Bench } from './harness/bench.ts';
import { report } from './harness/report.ts';
import { interleave } from './harness/rounds.ts';

const BENCHES: Bench[] = [
	fanOut,
	fanOutLarge,
	latency,
	durable,
	bus,
	slowSocket,
	recover,
	openRoom,
	scroll,
	sitesList,
	reportDesk,
	aggregation,
	allocation,
	allocationStored,
	certificates,
	certificatesChat,
	dashboards
];

const QUICK = { rounds: 3, loudest: 1 };

const quick = process.argv.includes('--quick');

async function measure({ name, job, prepare }: Bench): Promise<void> {
	console.log(`\n${name}: ${job}`);
	const { contenders, goals, roots = [], close } = await prepare({ quick });
	try {
		const rounds = await interleave(contenders, () => [process.pid, ...roots], quick ? QUICK : {});
		console.log(`report: ${report(name, rounds, goals)}`);
	} finally {
		await close();
	}
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const chosen = BENCHES.filter(({ name }) =>
	asked.some((word) => name === word || name.startsWith(`${word}-`))
);
if (chosen.length === 0) {
	for (const { name, job } of BENCHES) console.log(`${name.padEnd(18)}${job}`);
	process.exitCode = asked.length ? 1 : 0;
}
for (const bench of chosen) await measure(bench);
process.exit();
