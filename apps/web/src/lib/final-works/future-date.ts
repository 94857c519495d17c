import type { CallRefusal } from '@stazhirovka/contract/client';
import { refuse, type Result } from '@stazhirovka/domain/result';

/** A date that has not come yet is a fault of its field: the words stand beside it, as for any other. */
export function withPlace<T>(told: Result<T, CallRefusal>): Result<T, CallRefusal> {
	if (told.ok || told.refusal.code !== 'final_work.date_in_future') return told;

	const path = told.refusal.problem.details?.field;
	const faults = [{ path, code: 'in_future' }];
	const problem = { ...told.refusal.problem, code: 'form.faulty', details: { faults } };
	return refuse({ ...told.refusal, code: 'form.faulty', problem });
}
