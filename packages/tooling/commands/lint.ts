/** `npm run lint`: format, imports, style and dead code. */
import { runChecks } from '../checks/schedule.ts';
import { BUILD, STATIC_CHECKS } from '../checks/static-checks.ts';
import { tell } from '../checks/tell.ts';

const lint = STATIC_CHECKS.filter(({ name }) => name !== 'types');
const finished = await runChecks([BUILD, ...lint], 2, tell);
process.exitCode = finished.some(({ failed }) => failed > 0) ? 1 : 0;
