import type { Desk } from '#lib/authoring/desk.svelte.ts';
import { Bank } from '#lib/materials/bank.svelte.ts';

const BANKS = new WeakMap<Desk, Bank>();

/** One bank for all controls of a chapter. */
export function bankOf(desk: Desk, siteId: string): Bank {
	const known = BANKS.get(desk);
	if (known) return known;
	const bank = new Bank(siteId);
	BANKS.set(desk, bank);
	return bank;
}
