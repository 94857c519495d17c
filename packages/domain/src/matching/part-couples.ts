import { at } from './cells.ts';
import { mayExchange } from './mix.ts';
import { shuffle, type Random } from './random.ts';
import { exchange, makesCouple, type Seats } from './seats.ts';

/** Takes couples out by exchanges among the seats that have just been given; what people know already stays. */
export function partCouples(seats: Seats, before: Int32Array, random: Random) {
	const fresh = Int32Array.from(before.keys()).filter(
		(seat) => at(before, seat) !== at(seats.reviewer, seat)
	);

	for (const seat of fresh) {
		if (!makesCouple(seats, seat)) continue;
		for (const other of shuffle(random, fresh.slice())) {
			if (!mayExchange(seats, seat, other)) continue;
			exchange(seats, seat, other);
			if (!makesCouple(seats, seat) && !makesCouple(seats, other)) break;
			exchange(seats, seat, other);
		}
	}
}
