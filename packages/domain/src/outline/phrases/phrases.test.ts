import { describe, expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import type { PhraseName } from './phrase-name.ts';
import { understand } from './understand.ts';
import { WORDINGS, worded, wordingOf } from './wordings.ts';

const READY = Object.entries(WORDINGS).flatMap(([phrase, wordings]) =>
	wordings.map((wording, index) => [phrase as PhraseName, wording, index] as const)
);

describe('ready wordings', () => {
	test.each(READY)('%s: «$text» is understood', (phrase, wording) => {
		expect(understand(phrase, worded(wording, wording.numbers))).not.toBeNull();
	});

	test.each(READY)('%s: «$text» is known again with other numbers', (phrase, wording, index) => {
		const numbers = Object.fromEntries(Object.keys(wording.numbers).map((name, n) => [name, n + 4]));
		expect(wordingOf(phrase, worded(wording, numbers))).toEqual({ index, numbers });
	});

	test('words of an author are no ready wording', () => {
		expect(wordingOf('passRule', 'сумма не менее двенадцати баллов')).toBeNull();
	});
});

test.each([adhd, formative])(
	'every rule of $key is said back',
	({ rubric, diagnostic, completion_rules }) => {
		const { process } = rubric;
		const rules: [PhraseName, string][] = [
			['sumOfMedians', process.result],
			['passRule', process.pass_rule],
			['moderation', process.moderation],
			['formula', diagnostic.scoring.formula],
			['presence', diagnostic.scoring.presence],
			['mismatch', diagnostic.scoring.mismatch_flag],
			['missing', diagnostic.scoring.missing],
			['coverage', diagnostic.coverage_rule],
			...diagnostic.items.map(({ scoring }): [PhraseName, string] => ['itemScoring', scoring]),
			...completion_rules.map(({ text }): [PhraseName, string] => ['completion', text])
		];
		expect(rules.filter(([phrase, text]) => understand(phrase, text) === null)).toEqual([]);
	}
);

test('what is understood is told thing by thing', () => {
	expect(understand('passRule', 'сумма ≥ 8 из 15 и ни один критерий не равен 0')).toEqual([
		{ code: 'pass.total_of', details: { total: 8, max: 15 } },
		{ code: 'pass.no_zero' }
	]);
	expect(understand('completion', 'дано не менее двух рецензий и получено не менее трёх')).toEqual([
		{ code: 'completion.reviews_done' },
		{ code: 'completion.given', details: { count: 2 } },
		{ code: 'completion.received', details: { count: 3 } }
	]);
	expect(understand('passRule', 'если понравилось')).toBeNull();
});
