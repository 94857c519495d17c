/** The events after a position, as far as the service still gives them, and where the room stands. */
export type History = { epoch: string; top: number; items: readonly { seq: number }[] };

/**
 * Whether a history continues exactly from a position: all that was missed or nothing (C5). `epoch` is empty for a
 * client that has none yet; another epoch means that the log was rebuilt.
 */
export function recovered(history: History, position: number, epoch: string): boolean {
	if (epoch !== '' && history.epoch !== epoch) return false;

	const missed = history.top - position;
	return history.items.length === missed && history.items.every(({ seq }, n) => seq === position + 1 + n);
}
