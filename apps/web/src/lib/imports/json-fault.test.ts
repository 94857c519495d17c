import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

test.each([
	['', { line: 1, column: 1 }],
	['{"a": 1,}', { line: 1, column: 9 }],
	['{\n\t"a": 1\n\t"b": 2\n}', { line: 3, column: 2 }],
	['[1, 2', { line: 1, column: 6 }],
	['{"a": «текст»}', { line: 1, column: 7 }],
	['{"a": "не закрыто}', { line: 1, column: 7 }],
	['{"a": 1} ещё', { line: 1, column: 10 }],
	['[01]', { line: 1, column: 3 }]
])('%j breaks at a line and a column', (text, place) => {
	expect(jsonFault(text)).toEqual(place);
});

test('every JSON has no fault', () => {
	fc.assert(
		fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, space) => {
			expect(jsonFault(JSON.stringify(JSON.parse(text), null, space))).toBe(null);
		})
	);
});

test('a text has a fault exactly when it cannot be parsed', () => {
	const piece = fc.constantFrom(...'{}[],:"\\ \n0123.eE+-', 'true', 'null', '"a"', '"b":', 'я', '\u0001');
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			expect(jsonFault(text) === null).toBe(parses(text));
		}),
		{ numRuns: 3000 }
	);
	fc.assert(
		fc.property(fc.json(), fc.nat(), piece, (text, where, inserted) => {
			const at = where % (text.length + 1);
			const broken = text.slice(0, at) + inserted + text.slice(at);
			expect(jsonFault(broken) === null).toBe(parses(broken));
		})
	);
});
