type Place = { epoch: string; seq: number };

/**
 * Whether a client may go on from where it is: it knows this log, is not past its end, and missed no more than
 * `longest` events. Otherwise it reads the room anew: all that was missed or nothing (C5).
 */
export function reachable(top: Place, position: Place, longest: number): boolean {
	const missed = top.seq - position.seq;
	return position.epoch === top.epoch && missed >= 0 && missed <= longest;
}
