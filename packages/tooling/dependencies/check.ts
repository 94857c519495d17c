import { ROOT } from '../root.ts';
import { cruise } from './cruise.ts';
import { findSources, judge } from './judge.ts';

const sources = findSources(ROOT);
const faults = judge(cruise(ROOT), sources);

for (const fault of faults) console.error(fault);
console.log(`${sources.length} source files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
