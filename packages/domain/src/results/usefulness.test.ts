import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUsefulness, USEFULNESS, usefulnessSums } from './index.ts';

const because = 'Замеры в работе есть, рецензенты их не увидели.';

test('a reviewer learns sums over several answers, never one answer', () => {
	expect(usefulnessSums(['useful', 'skipped', 'skipped'])).toBeNull();
	expect(usefulnessSums(['useful', 'useless', 'skipped', 'useful'])).toEqual({
		answers: 3,
		useful: 2,
		partly: 0,
		useless: 1
	});
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...USEFULNESS)), (answers) => {
			const said = answers.filter((answer) => answer !== 'skipped').length;
			expect(usefulnessSums(answers)?.answers ?? 0).toBe(said < 2 ? 0 : said);
		})
	);
});

test('is said once, with a reason unless it is skipped, and only after the announcement', () => {
	const open = { announced: true, said: false };
	const word = { answer: 'useless' as const, reason: because };
	expect(checkUsefulness(open, word).ok).toBe(true);
	expect(checkUsefulness(open, { answer: 'skipped', reason: '' }).ok).toBe(true);
	expect(
		[
			checkUsefulness(open, { ...word, reason: 'коротко' }),
			checkUsefulness({ ...open, said: true }, word),
			checkUsefulness({ ...open, announced: false }, word)
		].map((told) => !told.ok && told.refusal.code)
	).toEqual(['usefulness.reason_missing', 'usefulness.already_said', 'usefulness.not_announced']);
});
