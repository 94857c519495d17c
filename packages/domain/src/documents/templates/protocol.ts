import { fullName } from '../../certificates/names.ts';
import type { Institution, Named, Registered, Signer, TaughtProgramme } from '../facts.ts';
import type { Block, Paper, Signature } from '../paper.ts';
import { inHours, organisation, place, signature } from '../parts.ts';
import { gap, known, words } from '../wording.ts';

export type ProtocolFacts = Registered & {
	organisation: Institution;
	programme: TaughtProgramme;
	/** The act by which the commission works; null leaves a line to fill. */
	commissionAct: string | null;
	chair: Signer | null;
	secretary: Signer | null;
	members: Signer[];
	/** «из 12», «не менее 6 из 12»: how the points are read; null where no threshold is set. */
	scale: string | null;
	results: { person: Named; points: string | null; decision: string; opinion: string | null }[];
};

/** Протокол итоговой аттестации (взаимоэкспертизы): learner, points, decision, separate opinion (R158, X21). */
export function protocol(facts: ProtocolFacts): Paper {
	const { organisation: issuer, programme, results } = facts;
	return {
		title: `Протокол итоговой аттестации: ${programme.title}`,
		author: issuer.title,
		orientation: 'portrait',
		blocks: [
			organisation(issuer),
			{ kind: 'title', document: 'ПРОТОКОЛ', subject: 'итоговой аттестации (взаимоэкспертизы)' },
			place(facts, issuer.city),
			{ kind: 'facts', facts: headOf(facts) },
			...presence(facts.members),
			{ kind: 'paragraph', text: 'РАССМОТРЕНО:', align: 'left' },
			{
				kind: 'numbered',
				items: [{ text: words`Результаты взаимоэкспертизы итоговых работ слушателей${scaleOf(facts)}.` }]
			},
			{
				kind: 'table',
				columns: [
					{ title: '№', share: 0.4, align: 'centre' },
					{ title: 'Слушатель', share: 2.2 },
					{ title: 'Балл', share: 0.7, align: 'centre' },
					{ title: 'Решение', share: 1.5 },
					{ title: 'Особое мнение', share: 1.6 }
				],
				rows: results.map(({ person, points, decision, opinion }, n) => [
					String(n + 1),
					fullName(person),
					points ?? '',
					decision,
					opinion ?? ''
				])
			},
			{ kind: 'paragraph', text: 'РЕШЕНО:', align: 'left' },
			{
				kind: 'numbered',
				items: [
					{ text: 'Утвердить результаты итоговой аттестации согласно таблице.' },
					{
						text: words`Голосовали: «за» – ${gap('число голосов', 5)}, «против» – ${gap('число голосов', 5)}, «воздержались» – ${gap('число голосов', 5)}.`
					}
				]
			},
			{ kind: 'signatures', signatures: signaturesOf(facts) }
		]
	};
}

function headOf({ programme, commissionAct, chair, secretary }: ProtocolFacts) {
	return [
		{ label: 'Программа', value: `«${programme.title}», ${inHours(programme.hours)}` },
		{ label: 'Комиссия действует на основании', value: known(commissionAct, 'акт, дата и номер', 36) },
		{ label: 'Председатель', value: known(nameOf(chair), 'фамилия и инициалы') },
		{ label: 'Секретарь', value: known(nameOf(secretary), 'фамилия и инициалы') }
	];
}

function presence(members: Signer[]): Block[] {
	return [
		{ kind: 'paragraph', text: 'ПРИСУТСТВОВАЛИ члены комиссии:', align: 'left' },
		members.length
			? { kind: 'list', items: members.map((member) => nameOf(member) ?? gap('фамилия и инициалы')) }
			: { kind: 'lines', count: 3 }
	];
}

function scaleOf({ scale }: ProtocolFacts): string {
	return scale ? ` (${scale})` : '';
}

function nameOf(signer: Signer | null): string | null {
	return [signer?.name, signer?.position].filter(Boolean).join(', ') || null;
}

function signaturesOf({ chair, secretary, members }: ProtocolFacts): Signature[] {
	const member = (name: Signer | null) =>
		signature({ position: 'Член комиссии', name: name?.name ?? null }, '');
	return [
		signature({ position: 'Председатель', name: chair?.name ?? null }, ''),
		...(members.length ? members.map(member) : [member(null), member(null)]),
		signature({ position: 'Секретарь', name: secretary?.name ?? null }, '')
	];
}
