import type { Message } from '@stazhirovka/domain/chat';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Reading } from './reading.svelte.ts';

type Happens = { what: 'read'; seq: number } | { what: 'opens' | 'dies' | 'closes' | 'refuses' | 'beats' };

const happens = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('read' as const), seq: fc.nat(30) }) },
	fc.record({ what: fc.constantFrom('opens', 'dies', 'closes', 'refuses', 'beats') })
);

/** A line that may be dead although it takes what is said: then nothing of it is stored. */
function open(stored: number) {
	const line = { open: false, dead: false, stored };
	const reading = new Reading(stored, (seq) => {
		if (line.open && !line.dead) line.stored = Math.max(line.stored, seq);
		return line.open;
	});
	reading.begin();

	function happen(one: Happens) {
		if (one.what === 'read') reading.read(one.seq);
		else if (one.what === 'dies') line.dead = true;
		else if (one.what === 'refuses') reading.unsure();
		else if (one.what === 'beats' && line.open && !line.dead) reading.again();
		else if (one.what === 'closes') {
			[line.open, line.dead] = [false, false];
			reading.unsure();
		} else if (one.what === 'opens' && !line.open) {
			line.open = true;
			reading.again();
		}
	}
	return { line, happen };
}

test('C8: whatever lines die and frames are refused, what was read is stored once a line lives', () => {
	fc.assert(
		fc.property(fc.nat(10), fc.array(happens), (stored, all) => {
			const { line, happen } = open(stored);
			all.forEach((one) => happen(one as Happens));
			happen({ what: 'closes' });
			happen({ what: 'opens' });

			const seen = all.flatMap((one) => ('seq' in one ? [one.seq] : []));
			expect(line.stored).toBe(Math.max(stored, ...seen));
		})
	);
});

test('C8: a refused mark is told again with the next heartbeat', () => {
	const { line, happen } = open(2);
	happen({ what: 'opens' });
	line.dead = true;
	happen({ what: 'read', seq: 5 });
	line.dead = false;
	happen({ what: 'refuses' });
	happen({ what: 'beats' });

	expect(line.stored).toBe(5);
});

test('C8: a message that was removed is not counted among the new ones', () => {
	const reading = new Reading(1, () => true);
	reading.begin();
	const of = (seq: number, id: string, removedAt: string | null) =>
		({ seq, author: { id }, removedAt }) as Message;

	const messages = [of(1, 'b', null), of(2, 'b', null), of(3, 'b', '2026-11-23'), of(4, 'me', null)];
	expect(reading.fresh(messages, 'me')).toBe(1);
});
