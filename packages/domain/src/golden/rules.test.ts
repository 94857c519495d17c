import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { readRules, type ProgrammeDocument } from '../programmes/index.ts';
import { correlation, diagnostic, peer, route } from './adhd.ts';

const { rules } = readRules(adhd as unknown as ProgrammeDocument);

/** So the golden cases hold for what is read from the author's words, not only for what we wrote out by hand. */
test.each([
	['diagnostic', rules?.diagnostic, diagnostic],
	['route', rules?.route, route],
	['reviews', rules?.peer, peer],
	['correlation card', rules?.understanding, correlation]
])('R43: the rules of the %s read from the programme are those of the golden tests', (_, read, written) => {
	expect(read).toEqual(written);
});
