import type { Batch, BatchWords } from '@stazhirovka/contract/certificate-batches';
import { m } from '#lib/paraglide/messages.js';
import { periodText } from '#lib/shell/dates.ts';

type Fact = { label: string; value: string };

/** What a document says beside the name. */
function factsOf({ documentTitle, programme, hours, from, to, issuer, signer, grounds }: BatchWords): Fact[] {
	return [
		{ label: m.certificates_kind(), value: documentTitle },
		{ label: m.certificates_programme(), value: programme },
		{ label: m.certificates_hours(), value: m.public_hours({ count: hours }) },
		{ label: m.batches_period(), value: periodText(from, to) },
		{ label: m.certificates_issuer(), value: issuer },
		{ label: m.batches_signer(), value: m.batches_signer_of(signer) },
		...(grounds === null ? [] : [{ label: m.batches_grounds_title(), value: grounds }])
	];
}

/** A thousand documents say much the same: what is in all of them is read once, the rest stands beside each name. */
export function wordsOf(entries: Batch['entries']): { same: Fact[]; own: (words: BatchWords) => Fact[] } {
	const all = entries.map(({ words }) => factsOf(words));
	const [first = [], ...others] = all;
	const isIn = (facts: Fact[], { label, value }: Fact) =>
		facts.some((one) => one.label === label && one.value === value);
	const same = first.filter((fact) => others.every((facts) => isIn(facts, fact)));
	return { same, own: (words) => factsOf(words).filter((fact) => !isIn(same, fact)) };
}
