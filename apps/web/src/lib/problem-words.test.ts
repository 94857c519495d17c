import { expect, test } from 'vitest';
import catalogue from '../../messages/problems.ru.json' with { type: 'json' };
import { problemWords } from './problem-words.ts';

const UNKNOWN = problemWords('no.such_code');
const codesOf = (half: { match: object }[]) =>
	half.flatMap(({ match }) => Object.keys(match).flatMap((key) => /^code=([a-z][^,]*)/.exec(key)?.[1] ?? []));

test('every code of the catalogue stands in the half in which its words are looked for', () => {
	const codes = [...codesOf(catalogue.problem_a_to_g), ...codesOf(catalogue.problem_h_to_z)];
	expect(codes.length).toBeGreaterThan(500);
	expect(codes.filter((code) => problemWords(code) === UNKNOWN)).toEqual([]);
});
