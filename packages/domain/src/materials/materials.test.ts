import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileAddress, misfit, readCaptions, transcriptOf, type Cue } from './index.ts';

const CAPTIONS = `WEBVTT - Урок русского языка

NOTE Снято в 3 классе

1
00:00:01.000 --> 00:00:03.500 line:85%
<v Педагог>Откройте тетради,
<i>пожалуйста</i>.

00:04.000 --> 00:06.000
<v Педагог>Шаг первый &amp; второй.

01:00:10.000 --> 01:00:12.250
<v Ребёнок>Готово!
`;

describe('X13 captions', () => {
	test('lines are read with their times, words and speakers', () => {
		expect(readCaptions(`\uFEFF${CAPTIONS.replaceAll('\n', '\r\n')}`)).toEqual({
			faults: [],
			cues: [
				{ from: 1000, to: 3500, speaker: 'Педагог', text: 'Откройте тетради, пожалуйста.' },
				{ from: 4000, to: 6000, speaker: 'Педагог', text: 'Шаг первый & второй.' },
				{ from: 3_610_000, to: 3_612_250, speaker: 'Ребёнок', text: 'Готово!' }
			]
		});
	});

	test('they make a text to read', () => {
		expect(transcriptOf(readCaptions(CAPTIONS).cues)).toBe(
			'Педагог: Откройте тетради, пожалуйста. Шаг первый & второй.\nРебёнок: Готово!'
		);
		expect(transcriptOf([])).toBe('');
	});

	test.each([
		['', 1, 'captions.no_header'],
		['1\n00:00:01,000 --> 00:00:02,000\nSRT', 1, 'captions.no_header'],
		['WEBVTTX\n\n00:01.000 --> 00:02.000\nа', 1, 'captions.no_header'],
		['WEBVTT', 1, 'captions.none'],
		['WEBVTT\n\nNOTE ничего', 1, 'captions.none'],
		['WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nа', 4, 'captions.bad_time'],
		['WEBVTT\n\n00:61.000 --> 00:62.000\nа', 3, 'captions.bad_time'],
		['WEBVTT\n\nпросто слова', 3, 'captions.bad_time'],
		['WEBVTT\n\n00:02.000 --> 00:02.000\nа', 3, 'captions.backwards'],
		['WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>', 3, 'captions.no_words']
	])('%j: line %i, %s', (file, line, code) => {
		expect(readCaptions(file).faults).toEqual([{ line, code }]);
	});

	test('what is written is read, whatever is said', () => {
		const cue = fc
			.record({
				from: fc.integer({ min: 0, max: 20_000_000 }),
				lasts: fc.integer({ min: 1, max: 9000 }),
				text: fc.string({ unit: fc.constantFrom('а', 'Б', ' ', '-', '«', '1', '.'), minLength: 1 })
			})
			.filter(({ text }) => text.trim() !== '')
			.map(({ from, lasts, text }): Cue => ({
				from,
				to: from + lasts,
				text: text.replace(/\s+/g, ' ').trim(),
				speaker: null
			}));
		const time = (at: number) => new Date(at).toISOString().slice(11, 23);
		fc.assert(
			fc.property(fc.array(cue, { minLength: 1, maxLength: 8 }), (cues) => {
				const written = cues.map(({ from, to, text }) => `${time(from)} --> ${time(to)}\n${text}\n`);
				expect(readCaptions(['WEBVTT\n', ...written].join('\n'))).toEqual({ cues, faults: [] });
			})
		);
	});

	test('any file is judged and never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (some) => {
				const { cues, faults } = readCaptions(`WEBVTT\n\n${some}`);
				expect(cues.length + faults.length).toBeGreaterThan(0);
				expect(faults.length).toBeLessThanOrEqual(20);
			})
		);
	});
});

test.each([
	['019a0000-0000-7000-8000-000000000001', '/api/files/019a0000-0000-7000-8000-000000000001'],
	['https://example.edu/памятка.pdf', 'https://example.edu/памятка.pdf'],
	['/bank/памятка.pdf', '/bank/памятка.pdf'],
	['//example.edu/x', null],
	['javascript:alert(1)', null],
	['data:text/html,x', null],
	['памятка.pdf', null],
	['', null],
	[null, null]
])('the file %j is found at %j', (file, address) => {
	expect(fileAddress(file)).toBe(address);
});

test.each([
	['video', 'video/mp4', null],
	['video', 'application/pdf', 'material.not_a_video'],
	['memo', 'video/mp4', 'material.a_video'],
	['memo', 'application/pdf', null],
	['memo', 'text/vtt', 'material.captions']
] as const)('a %s may be a %s: %s', (kind, mime, why) => {
	expect(misfit(kind, mime)).toBe(why);
});
