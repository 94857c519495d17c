import { ok, refuse } from '@stazhirovka/domain/result';
import { expect, test } from 'vitest';
import { withPlace } from './future-date.ts';

const problem = (code: string) => ({ code, message: code, details: { field: 'passport_4' } });

test('R111 a date that has not come yet is told beside its field', () => {
	const code = 'final_work.date_in_future';
	expect(withPlace(refuse({ code, status: 422, problem: problem(code) }))).toEqual({
		ok: false,
		refusal: {
			code: 'form.faulty',
			status: 422,
			problem: {
				code: 'form.faulty',
				message: code,
				details: { faults: [{ path: 'passport_4', code: 'in_future' }] }
			}
		}
	});
});

test('everything else is told as it was', () => {
	const other = refuse({ code: 'final_work.not_now', status: 409, problem: problem('final_work.not_now') });
	expect(withPlace(other)).toBe(other);
	expect(withPlace(ok(7))).toEqual(ok(7));
});
