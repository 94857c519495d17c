import type { Regulation, RegulationInForce } from '@stazhirovka/contract/regulations';
import { byAlphabet } from '@stazhirovka/domain/alphabet';
import { completed, inForceOn, withLastDays } from '@stazhirovka/domain/regulations';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { toContent } from './content-view.ts';
import { publishedHeads, textsOf, type PublishedHead } from './queries.ts';
import { toInForce, toRegulationInForce } from './view.ts';

type Visitor = Pick<Deps, 'db' | 'now'>;

/** What is in force on the day, by territory and title. */
export async function listRegulations({ db, now }: Visitor, day = today(now)): Promise<RegulationInForce[]> {
	const heads = await publishedHeads(db);
	const standing = Object.values(Object.groupBy(heads, ({ key }) => key)).flatMap(
		(versions) => inForceOn(withLastDays(versions ?? []), day) ?? []
	);
	const texts = await textsOf(
		db,
		standing.map(({ id }) => id)
	);

	const cards = standing.flatMap((head) => {
		const text = texts.get(head.id);
		return text ? [toRegulationInForce(head, completed(text.document, text.completions))] : [];
	});
	return cards.toSorted((a, b) => byAlphabet(a.territory, b.territory) || byAlphabet(a.title, b.title));
}

/** A regulation that was not in force on the day is not there. */
export async function readRegulation(
	{ db, now }: Visitor,
	key: string,
	day = today(now)
): Promise<Regulation> {
	const head = inForceOn(withLastDays(await publishedHeads(db, key)), day) ?? missing('regulation');
	const { document, completions } = (await textsOf(db, [head.id])).get(head.id) ?? missing('regulation');

	return {
		...toContent(completed(document, completions)),
		...toInForce(head),
		completed: completions.map(({ part, at }) => ({ part, at }))
	};
}

export async function readHistory({ db }: Visitor, key: string) {
	const versions = withLastDays(await publishedHeads(db, key));
	return versions.length ? versions.map(toPublished) : missing('regulation');
}

function toPublished(head: PublishedHead & { inForceTo: string | null }) {
	return { ...toInForce(head), publishedAt: head.publishedAt.toISOString() };
}
