import type { JourneyFacts, TaskOfPath } from './facts.ts';

/** Stages of one intern's way, for the tests of the path. */
export const fresh: JourneyFacts = {
	today: '2027-01-18',
	enrolment: 'confirmed',
	endsOn: '2027-02-26',
	deadlines: {},
	attendedOn: null,
	forms: {},
	diagnosedOn: null,
	card: { internSignedOn: null, tutorSignedOn: null },
	route: { state: null, agreedOn: null },
	tasks: [],
	effectiveness: { postedOn: null, mayPost: false },
	work: null,
	reviews: null,
	announcedOn: null,
	surveyAnswered: false,
	complete: false,
	certificateOn: null
};

export const diagnosed: JourneyFacts = { ...fresh, attendedOn: '2027-01-18', diagnosedOn: '2027-01-18' };
export const carded: JourneyFacts = {
	...diagnosed,
	card: { internSignedOn: '2027-01-18', tutorSignedOn: '2027-01-19' }
};
export const routed: JourneyFacts = {
	...carded,
	route: { state: 'agreed', agreedOn: '2027-01-20' },
	tasks: tasks('open')
};
export const sent: JourneyFacts = {
	...routed,
	tasks: tasks('accepted', 'accepted', 'sent', 'sent', 'sent'),
	effectiveness: { postedOn: '2027-02-10', mayPost: true }
};
export const published: JourneyFacts = {
	...sent,
	work: { state: 'published', publishedOn: '2027-02-15', revisionUntil: null, decidedOn: null }
};
export const announced: JourneyFacts = {
	...published,
	work: { state: 'passed', publishedOn: '2027-02-15', revisionUntil: null, decidedOn: '2027-02-22' },
	reviews: { toGive: 3, given: 3, lastSentOn: '2027-02-20', dueOn: '2027-02-21' },
	announcedOn: '2027-02-22'
};

export function task(key: string, state: TaskOfPath['state']): TaskOfPath {
	return {
		task: key,
		dueOn: '2027-01-26',
		state,
		late: false,
		acceptedOn: state === 'accepted' ? '2027-02-01' : null
	};
}

/** Five tasks of the route; those that are not named are locked. */
export function tasks(...states: TaskOfPath['state'][]): TaskOfPath[] {
	return ['T01', 'T03', 'T06', 'T08', 'T10'].map((key, n) => task(key, states[n] ?? 'locked'));
}
