import { isCalendarDate } from '../calendar/index.ts';
import { daysInOrder, type DaysFault } from './faults.ts';

/** Of the site with its operator, and of the lead of a network with a member of it. */
export const AGREEMENT_KINDS = ['agreement_operator', 'agreement_network'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** Days of signing are null until the side has signed; `lastDay` is included. */
export type AgreementDays = {
	from: string;
	lastDay: string | null;
	siteSignedOn: string | null;
	partnerSignedOn: string | null;
};

export type AgreementState =
	| 'prepared'
	| 'signed_by_site'
	| 'signed_by_partner'
	| 'to_begin'
	| 'in_force'
	| 'over';

/** How an agreement stands on a day: a paper of one side binds nobody, one of both does within its days (R19, X22). */
export function agreementState(days: AgreementDays, today: string): AgreementState {
	const { from, lastDay, siteSignedOn, partnerSignedOn } = days;
	if (!siteSignedOn || !partnerSignedOn) {
		if (siteSignedOn) return 'signed_by_site';
		return partnerSignedOn ? 'signed_by_partner' : 'prepared';
	}
	if (today < from) return 'to_begin';
	return lastDay !== null && today > lastDay ? 'over' : 'in_force';
}

/** What nobody but its sides can say; empty where it has not been said. */
export type AgreementWording = { reportDue: string; settlements: string; noticeDays: string };

type Preparation = {
	kind: AgreementKind;
	from: string;
	lastDay: string | null;
	/** Whether there is such an organisation for it: the operator, or a member beside the lead. */
	partnerKnown: boolean;
	/** Of a network: whether the programme is one of the site, and whether its parts are among its modules. */
	programmeKnown: boolean;
	parts: { chosen: number; known: number; all: number };
	wording: AgreementWording;
};
type AgreementFault =
	| DaysFault
	| {
			field: string;
			code: `agreement.${
				| 'partner_missing'
				| 'part_missing'
				| 'report_due_missing'
				| 'settlements_missing'
				| 'notice_missing'}`;
	  }
	| { field: string; code: 'programme.missing' };

/** Everything that keeps an agreement from being prepared. */
export function preparationFaults(given: Preparation): AgreementFault[] {
	const network = given.kind === 'agreement_network';
	const { chosen, known, all } = given.parts;
	const shared = chosen > 0 && chosen === known && known < all;
	return [
		...daysInOrder(given),
		...(given.partnerKnown ? [] : [{ field: 'partnerId', code: 'agreement.partner_missing' } as const]),
		...(network && !given.programmeKnown
			? [{ field: 'programmeVersionId', code: 'programme.missing' } as const]
			: []),
		// Each side gives a part: else it is no network.
		...(network && given.programmeKnown && !shared
			? [{ field: 'parts', code: 'agreement.part_missing' } as const]
			: []),
		...wordingFaults(given)
	];
}

/** A paper goes to its sides without lines that nobody was asked about. */
function wordingFaults({ kind, wording }: Preparation): AgreementFault[] {
	const { reportDue, settlements, noticeDays } = wording;
	const days = Number(noticeDays);
	const isCount = Number.isInteger(days) && days >= 1 && days <= 365;
	const network = kind === 'agreement_network';
	const faults: [boolean, AgreementFault][] = [
		[!network && reportDue.trim() === '', { field: 'reportDue', code: 'agreement.report_due_missing' }],
		[settlements.trim() === '', { field: 'settlements', code: 'agreement.settlements_missing' }],
		[network && !isCount, { field: 'noticeDays', code: 'agreement.notice_missing' }]
	];
	return faults.flatMap(([is, fault]) => (is ? [fault] : []));
}

/** A side signs on a day that has come, not before the paper was made out. */
export function signingFaults(
	on: string,
	{ today, dated }: { today: string; dated: string }
): { field: 'on'; code: `days.${'missing' | 'ahead' | 'before_paper'}` }[] {
	if (!isCalendarDate(on)) return [{ field: 'on', code: 'days.missing' }];
	if (on > today) return [{ field: 'on', code: 'days.ahead' }];
	return on < dated ? [{ field: 'on', code: 'days.before_paper' }] : [];
}
