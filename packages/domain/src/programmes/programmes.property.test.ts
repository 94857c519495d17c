import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { blankAnswer, progress, validate } from '../forms/index.ts';
import { formsOf } from './cards/forms-of.ts';
import { check } from './checking/check.ts';
import { compile } from './compile.ts';
import type { ProgrammeDocument } from './document.ts';
import { changed } from './example-changes.ts';

type Leaf = { place: string; value: string | number | boolean };

function leavesOf(value: unknown, place = ''): Leaf[] {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return [{ place, value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		leavesOf(inner, place === '' ? name : `${place}.${name}`)
	);
}

function listsOf(value: unknown, place = ''): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.entries(value).flatMap(([name, part]) =>
		listsOf(part, place === '' ? name : `${place}.${name}`)
	);
	return Array.isArray(value) && place !== '' ? [place, ...inner] : inner;
}

/** Words with a closed list of values: the reader of files lets no other through. */
const CLOSED = /(?:^|\.)(?:type|kind|role|schema)$|^diagnostic\.scoring\.levels\.\d\.key$/;

const words = fc.oneof(
	fc.constantFrom(
		'',
		'D1',
		'T01',
		'm1a3',
		'a',
		'__proto__',
		'constructor',
		'если',
		'«», если ≥',
		'один и более – 2'
	),
	fc.string(),
	fc.string({ unit: fc.constantFrom(...'верно неи–-0123456789≥<();«»,') })
);
const number = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.double(), fc.constant(1e9));
const LISTS = {
	empty: () => [],
	twice: (old: unknown[]) => [...old, ...old],
	turned: (old: unknown[]) => [...old].reverse(),
	first: (old: unknown[]) => old.slice(0, 1)
};

const PROGRAMMES: Record<string, unknown> = { adhd, formative };
const PLACES = Object.entries(PROGRAMMES).map(([name, programme]) => {
	return {
		name,
		leaves: leavesOf(programme).filter(({ place }) => !CLOSED.test(place)),
		lists: listsOf(programme)
	};
});
const edit = fc.constantFrom(...PLACES).chain(({ name, leaves, lists }) => {
	const leaf = fc.constantFrom(...leaves).chain(({ place, value }) => {
		const to = typeof value === 'number' ? number : typeof value === 'boolean' ? fc.boolean() : words;
		return fc.record({ name: fc.constant(name), place: fc.constant(place), to });
	});
	const list = fc.record({
		name: fc.constant(name),
		place: fc.constantFrom(...lists),
		to: fc.constantFrom(...(Object.keys(LISTS) as (keyof typeof LISTS)[])).map((how) => LISTS[how])
	});
	return fc.oneof<fc.WeightedArbitrary<{ name: string; place: string; to: unknown }>[]>(
		{ weight: 3, arbitrary: leaf },
		{ weight: 1, arbitrary: list }
	);
});

function edited({ name, place, to }: { name: string; place: string; to: unknown }): ProgrammeDocument {
	return changed(PROGRAMMES[name], { [place]: to });
}

test('whatever is edited in a good programme, it is judged and never throws', () => {
	fc.assert(
		fc.property(edit, (one) => {
			const programme = edited(one);
			const findings = check(programme);
			const result = compile(programme);

			expect(check(structuredClone(programme))).toEqual(findings);
			expect(result.ok).toBe(!(result.ok ? result.value : result.refusal.details).findings.some(isError));
			for (const finding of findings) expect(finding.place).not.toBe('');
		}),
		{ numRuns: 400 }
	);
});

test('cards of a faulty programme can still be shown', () => {
	fc.assert(
		fc.property(edit, (one) => {
			for (const form of formsOf(edited(one))) {
				expect(Array.isArray(validate(form, blankAnswer(form), 'final'))).toBe(true);
				expect(progress(form, {}).answered).toBe(0);
			}
		}),
		{ numRuns: 150 }
	);
});

test('every number that rules follow is guarded: changing it alone is noticed or changes the rules', () => {
	const numbers = leavesOf(adhd).filter(
		({ place, value }) =>
			typeof value === 'number' &&
			/^(?:modules|hours|academic|diagnostic|rubric|route_rules|tasks)/.test(place)
	);
	const before = compile(adhd as ProgrammeDocument);
	const silent = numbers.filter(({ place, value }) => {
		const after = compile(changed(adhd, { [place]: Number(value) + 1 }));
		return after.ok && before.ok && JSON.stringify(after.value) === JSON.stringify(before.value);
	});
	expect(silent.map(({ place }) => place.replace(/\d+/g, 'N')).filter(unique)).toEqual([]);
});

function isError({ severity }: { severity: string }): boolean {
	return severity === 'error';
}

function unique(place: string, index: number, all: string[]): boolean {
	return all.indexOf(place) === index;
}
