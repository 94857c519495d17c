import type { Tx } from '@stazhirovka/db';
import { longDate, shortName } from '@stazhirovka/domain/certificates';
import {
	figureLines,
	minutesPaper,
	neededFor,
	proposalPaper,
	type Decided,
	type ProposalFacts
} from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { issueDocument } from '../../documents/index.ts';
import type { EnteredMeeting } from '../access.ts';
import { barredAmong, type Ballot } from './meeting.ts';
import { peopleOf } from '../queries.ts';
import { findActOf } from '../store.ts';

type Closing = { entered: EnteredMeeting; ballot: Ballot; decided: Decided[]; number: number };

/** Issues the minutes of a meeting with the number of the meeting, as PDF and Word. Answers with the document's id. */
export async function issueMinutes(
	tx: Tx,
	ctx: Ctx,
	{ entered: { meeting, council, members }, ballot, decided, number }: Closing
): Promise<string> {
	const personIds = members.map(({ personId }) => personId);
	const [people, act] = await Promise.all([peopleOf(tx, personIds), findActOf(tx, council.actId)]);
	const nameOf = (id: string) => {
		const person = people.get(id);
		return person ? shortName(person) : '';
	};
	const paper = minutesPaper({
		council: council.title,
		act: act ? `${act.kind} от ${longDate(act.signedOn)} № ${act.number}, ${act.issuer}` : '',
		number,
		day: meeting.heldOn,
		beginsAt: meeting.beginsAt,
		place: meeting.place,
		members: members.map(({ personId, role }) => ({
			name: nameOf(personId),
			role,
			present: ballot.present.includes(personId)
		})),
		needed: neededFor(council.quorum, members.length),
		items: ballot.items.flatMap((item) => {
			const { id, title, heard, decision, figures } = item.row;
			const known = figures ? { at: figures.at, lines: figureLines(figures) } : null;
			const found = decided.find((one) => one.id === id);
			const barred = barredAmong(item, ballot.present).map(({ personId, why }) => ({
				...{ name: nameOf(personId), why }
			}));
			return found
				? [{ title, heard, known, decision, barred, outcome: found.outcome, stand: found.stand }]
				: [];
		})
	});
	const { id } = await issueDocument(tx, ctx, {
		kind: 'council_minutes',
		title: `Протокол № ${number} заседания: ${council.title}`,
		place: { regionId: council.regionId },
		dated: meeting.heldOn,
		// The council numbers its minutes itself, apart from other councils of the region.
		numbered: false,
		paper: () => paper
	});
	return id;
}

type Issuing = ProposalFacts & { place: { regionId: string; applicationId?: string; siteId?: string } };

/** Issues a proposal under the number that its body gave it. */
export async function issueProposal(tx: Tx, ctx: Ctx, { place, ...facts }: Issuing): Promise<string> {
	const paper = proposalPaper(facts);
	const { title } = paper;
	const dated = facts.day;
	const issued = { kind: 'council_proposal', title, place, dated, numbered: false, paper: () => paper };
	return (await issueDocument(tx, ctx, issued)).id;
}
