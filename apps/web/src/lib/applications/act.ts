import { m } from '#lib/paraglide/messages.js';

export type TypedAct = { kind: string; number: string; signedOn: string; issuer: string; title: string };

/** Names of the fields of an act by their places in a body, for summaries of faults. */
export function actLabels() {
	return {
		'act.kind': m.applications_act_kind(),
		'act.number': m.applications_act_number(),
		'act.signedOn': m.applications_act_signed(),
		'act.issuer': m.applications_act_issuer(),
		'act.title': m.applications_act_title()
	};
}

/** The act that came with a form. */
export function typedAct(data: FormData): TypedAct {
	const text = (name: string) => {
		const value = data.get(`act.${name}`);
		return typeof value === 'string' ? value : '';
	};
	return {
		kind: text('kind'),
		number: text('number'),
		signedOn: text('signedOn'),
		issuer: text('issuer'),
		title: text('title')
	};
}
