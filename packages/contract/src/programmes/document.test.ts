import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import { readProgrammeDocument } from './document.ts';

test.each([adhd, formative])('X24: $key comes out as it came in', (document) => {
	const read = readProgrammeDocument(document);
	expect(read).toEqual({ ok: true, value: document });
});

test('X24: keys that are not known are kept, at every depth', () => {
	const document = {
		...adhd,
		remark: 'моё',
		modules: adhd.modules.map((module) => ({ ...module, room: 12 }))
	};
	const read = readProgrammeDocument(document);
	expect(read).toEqual({ ok: true, value: document });
});

test('every wrong shape is named with its place, by keys', () => {
	const document: unknown = JSON.parse(
		JSON.stringify({ ...adhd, title: '', version: '1', schema: 'programme.v2' })
			.replace('"key":"m1a3","title"', '"key":"m1a3","minutes":"30","title"')
			.replace('"minutes":30,"kind":"training"', '"kind":"training"')
			.replace('{"key":"T01"', '{"key":"__proto__"')
			.replace('"product":"Таблица', '"product":"\\u0000')
	);

	const read = readProgrammeDocument(document);
	expect(!read.ok && read.findings.map((finding) => finding.place).sort()).toEqual([
		'modules.m1.activities.m1a3.minutes',
		'schema',
		'tasks.__proto__.key',
		'tasks.__proto__.product',
		'title',
		'version'
	]);
});

test('a prototype sent as a key changes nothing', () => {
	const text = JSON.stringify(adhd).replace('{"schema"', '{"__proto__":{"polluted":true},"schema"');
	const read = readProgrammeDocument(JSON.parse(text));

	expect(read.ok && 'polluted' in read.value).toBe(false);
	expect('polluted' in {}).toBe(false);
});

test('no JSON in the world makes the reader throw', () => {
	fc.assert(
		fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (json) => {
			expect(readProgrammeDocument(json).ok).toBe(false);
		})
	);
});

test('what is wrong with a shape is told by kind, limit and what may stand there', () => {
	const document = {
		...adhd,
		hours_total: '12',
		academic_hour_minutes: 90,
		goal: undefined,
		title: '',
		legal_mode: 'a'.repeat(501),
		deficits: [],
		key: 'с точкой.',
		summary: 'a\u0000b',
		document: { ...adhd.document, type: 'diploma' },
		forms: {
			...adhd.forms,
			'плохой ключ': { title: 'Карта', type: 'table', columns: [{ key: 'a', label: 7 }] },
			other: { title: 'Карта', type: 'table', columns: [{ key: 'a', label: 7 }] }
		}
	};
	const read = readProgrammeDocument(document);
	const told = read.ok ? [] : read.findings.map(({ place, code, details }) => [place, code, details]);

	expect(told).toEqual([
		['key', 'shape.bad_key', undefined],
		['title', 'shape.empty', undefined],
		['hours_total', 'shape.wrong_kind', { expected: 'number', found: 'string' }],
		['academic_hour_minutes', 'shape.too_large', { limit: 60 }],
		['document.type', 'shape.not_one_of', { allowed: 'certificate, udostoverenie_pk' }],
		['legal_mode', 'shape.too_long', { limit: 500 }],
		['summary', 'shape.bad_characters', undefined],
		['goal', 'shape.missing', { expected: 'string' }],
		['deficits', 'shape.too_few', { limit: 1 }],
		['forms.плохой ключ', 'shape.bad_key', undefined],
		['forms.other.columns.a.label', 'shape.wrong_kind', { expected: 'string', found: 'number' }]
	]);
});

test('R121: where nothing is written or chosen yet, no rule of what may stand there is broken', () => {
	const item = { ...adhd.diagnostic.items[0], key: 'new', deficit: '', kind: '', stem: '' };
	const document = {
		...adhd,
		diagnostic: { ...adhd.diagnostic, items: [item] },
		tasks: [{ ...adhd.tasks[0], deficits: [{ key: '', role: 'primary' }] }]
	};
	const read = readProgrammeDocument(document);
	expect(read.ok ? [] : read.findings.map(({ place, code }) => `${place}: ${code}`)).toEqual([
		'diagnostic.items.new.deficit: shape.empty',
		'diagnostic.items.new.kind: shape.not_chosen',
		'diagnostic.items.new.stem: shape.empty',
		'tasks.T01.deficits.0.key: shape.empty'
	]);
});
