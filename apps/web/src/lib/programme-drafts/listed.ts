import type { DraftCard } from '@stazhirovka/contract/authoring';
import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';

/** Versions that stand by themselves: one that waits stands among the drafts, from which everything is done with it. */
export function versionsBeside(
	drafts: readonly Pick<DraftCard, 'id'>[],
	versions: readonly ProgrammeVersion[]
): ProgrammeVersion[] {
	return versions.filter(
		({ publishedAt, draftId }) => publishedAt !== null || !drafts.some(({ id }) => id === draftId)
	);
}
