import { informationOf, type Item } from '../model/item.ts';

/** An item of the bank. `topic` is what the content is balanced by. */
export type BankItem = Item & { key: string; topic: string };

/** Random among so many of the best: no item is shown to everybody. */
const AMONG = 5;

type Choice = {
	bank: readonly BankItem[];
	/** Keys of items that were asked. */
	asked: ReadonlySet<string>;
	theta: number;
	/** A number from 0 up to, not including, 1. */
	chance: number;
	/** Wanted shares of topics; without them each topic has the share that it has in the bank. */
	shares?: Readonly<Record<string, number>>;
	among?: number;
};

/**
 * The next item of an adaptive test: of the topic that lacks most of its share, one of the five that tell most at θ,
 * chosen by chance (Kingsbury & Zara 1989, «Procedures for selecting items for computerized adaptive tests»). `null`
 * when all were asked.
 */
export function nextItem({ bank, asked, theta, chance, shares, among = AMONG }: Choice): BankItem | null {
	const left = bank.filter(({ key }) => !asked.has(key));
	const topic = neediest(bank, asked, left, shares);
	const best = left
		.filter((item) => item.topic === topic)
		.map((item) => ({ item, told: informationOf(item, theta) }))
		.sort((a, b) => b.told - a.told || (a.item.key < b.item.key ? -1 : 1))
		.slice(0, among);
	return best[Math.floor(chance * best.length)]?.item ?? null;
}

/** The topic whose asked share is farthest below the wanted one; of equal ones the first by name. */
function neediest(
	bank: readonly BankItem[],
	asked: ReadonlySet<string>,
	left: readonly BankItem[],
	shares: Choice['shares']
): string | undefined {
	const inBank = Map.groupBy(bank, ({ topic }) => topic);
	const all = [...inBank.keys()].reduce((sum, topic) => sum + (shares?.[topic] ?? 0), 0);
	const wanted = (topic: string) =>
		shares && all > 0 ? (shares[topic] ?? 0) / all : (inBank.get(topic)?.length ?? 0) / bank.length;
	const lacking = (topic: string) => {
		const had = inBank.get(topic)?.filter(({ key }) => asked.has(key)).length ?? 0;
		return wanted(topic) * (asked.size + 1) - had;
	};
	return [...new Set(left.map(({ topic }) => topic))].sort(
		(a, b) => lacking(b) - lacking(a) || (a < b ? -1 : 1)
	)[0];
}

/** When an adaptive test ends: what is known is near enough, or enough was asked. */
export const STOP = { se: 0.4, items: 25 } as const;

/** Why the test is over: `precise` at a standard error of .4 logits, `long` at 25 items; `null` while it goes on. */
export function stopReason(
	{ se, asked }: { se: number; asked: number },
	stop: { se: number; items: number } = STOP
): 'precise' | 'long' | null {
	if (se <= stop.se) return 'precise';
	return asked >= stop.items ? 'long' : null;
}
