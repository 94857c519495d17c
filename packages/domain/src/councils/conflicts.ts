import { isReason } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Why somebody is in conflict without having said so. */
export const COMPUTED_CONFLICTS = ['author', 'organisation', 'network'] as const;
export type ComputedConflict = (typeof COMPUTED_CONFLICTS)[number];

/** What ties people to an application. */
export type ApplicationTies = {
	authorId: string;
	organisationId: string;
	/** Organisations of a network, the lead among them or not. */
	memberIds: readonly string[];
};

/** What a member of a council has said of one application; nothing is readable before it (R27). */
export type Declaration = { conflict: boolean; reason: string | null };

/** `undeclared` and `conflict` read nothing; only `free` reads, reviews and votes. */
export type Standing = 'undeclared' | 'free' | 'conflict';

/** Conflicts that follow from who the person is: the author, a colleague of the applicant or of the network. */
export function computedConflicts(
	person: { id: string; organisationId: string | null },
	ties: ApplicationTies
): ComputedConflict[] {
	const { id, organisationId } = person;
	const isTied: Record<ComputedConflict, boolean> = {
		author: id === ties.authorId,
		organisation: organisationId !== null && organisationId === ties.organisationId,
		network:
			organisationId !== null &&
			organisationId !== ties.organisationId &&
			ties.memberIds.includes(organisationId)
	};
	return COMPUTED_CONFLICTS.filter((conflict) => isTied[conflict]);
}

/** A conflict that follows from the facts stands, whatever was declared. */
export function standingOf(declaration: Declaration | null, computed: readonly ComputedConflict[]): Standing {
	if (computed.length) return 'conflict';
	if (!declaration) return 'undeclared';
	return declaration.conflict ? 'conflict' : 'free';
}

export type DeclarationRefusal =
	| { code: 'conflict.computed'; details: { conflicts: readonly ComputedConflict[] } }
	| { code: 'conflict.reason_missing'; details: { field: 'reason' } }
	| { code: 'conflict.declared_already' };

/**
 * Takes a declaration. A conflict is told with its reason. It may be told later too, and is never taken back: who has
 * read an application cannot become a stranger to it.
 */
export function declare(
	before: Declaration | null,
	computed: readonly ComputedConflict[],
	said: Declaration
): Result<Declaration, DeclarationRefusal> {
	if (!said.conflict && computed.length)
		return refuse({ code: 'conflict.computed', details: { conflicts: computed } });
	if (before?.conflict && !said.conflict) return refuse({ code: 'conflict.declared_already' });
	if (said.conflict && !isReason(said.reason ?? ''))
		return refuse({ code: 'conflict.reason_missing', details: { field: 'reason' } });
	return ok({ conflict: said.conflict, reason: said.conflict ? (said.reason ?? '').trim() : null });
}
