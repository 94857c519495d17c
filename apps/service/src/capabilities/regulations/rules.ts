import type { Database, Tx } from '@stazhirovka/db';
import { byAlphabet } from '@stazhirovka/domain/alphabet';
import {
	completed,
	inForceOn,
	missingParts,
	withLaterWords,
	type Part,
	type RegulationProfile
} from '@stazhirovka/domain/regulations';
import { today } from '../../shell/today.ts';
import {
	completionsAfter,
	publishedByIds,
	publishedHeads,
	publishedVersions,
	type PublishedVersion
} from './queries.ts';

type Queryable = Database | Tx;

/** A published version as other capabilities follow it: the source, with what people gave by hand where it is silent. */
export type Rules = {
	versionId: string;
	regulationId: string;
	/** The region whose coordinators keep it. */
	regionId: string;
	profile: RegulationProfile;
	/** What nobody has given yet: silence, never a rule. */
	missing: Part[];
};

/** The version in force on a day (`YYYY-MM-DD`); undefined when there is none. */
export async function rulesOn(db: Queryable, key: string, day: string): Promise<Rules | undefined> {
	const version = inForceOn(await publishedVersions(db, key), day);
	return version && toRules(version);
}

/** The first day on which the regulation was kept here, by the clock of the capital; empty: it never was. */
export async function keptSince(db: Queryable, key: string): Promise<string> {
	const moments = (await publishedHeads(db, key)).map(({ publishedAt }) => publishedAt.getTime());
	return moments.length ? today(() => new Date(Math.min(...moments))) : '';
}

/** The very version that something was begun under; where it is silent, what people have given since. */
export async function rulesOf(db: Queryable, versionId: string): Promise<Rules | undefined> {
	return (await rulesOfAll(db, [versionId])).get(versionId);
}

/** Everything that is in force on a day, by title. */
export async function rulesInForce(db: Queryable, day: string): Promise<Rules[]> {
	const heads = Object.groupBy(await publishedHeads(db), ({ key }) => key);
	const ids = Object.values(heads).flatMap((versions = []) => {
		const newestFirst = versions.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
		return inForceOn(newestFirst, day)?.id ?? [];
	});
	const rules = (await publishedByIds(db, ids)).map(toRules);
	return rules.toSorted((a, b) => byAlphabet(a.profile.short_title, b.profile.short_title));
}

/** These versions, by their ids; where one is silent, what people have given since. */
export async function rulesOfAll(db: Queryable, versionIds: string[]): Promise<ReadonlyMap<string, Rules>> {
	const versions = await publishedByIds(db, versionIds);
	const later = await completionsAfter(db, versionIds);
	return new Map(
		versions.map((version) => {
			const { profile, ...rules } = toRules(version);
			const filled = withLaterWords(profile, later.get(version.id) ?? []);
			return [version.id, { ...rules, profile: filled, missing: missingParts(filled) }];
		})
	);
}

function toRules({ id, regulationId, regionId, document, completions }: PublishedVersion): Rules {
	const profile = completed(document, completions);
	return { versionId: id, regulationId, regionId, profile, missing: missingParts(profile) };
}
