import { after, done, locked, open, waiting, type StepState } from './step-state.ts';
import type { JourneyFacts } from './facts.ts';
import type { OutlineStep } from './outline.ts';

type Before = (kind: OutlineStep['kind']) => OutlineStep | undefined;

/** In person: coming, the cards, the diagnosis, the card signed by both, the route agreed (R83–R97). */
export function firstModule(step: OutlineStep, facts: JourneyFacts, before: Before): StepState | null {
	switch (step.kind) {
		case 'attendance':
			return facts.attendedOn ? done(facts.attendedOn) : waiting('waits_for_attendance');
		case 'form':
			return handedIn(step, facts) ?? open();
		case 'group_form':
			return handedIn(step, facts) ?? waiting('waits_for_group');
		case 'diagnosis':
			return facts.diagnosedOn ? done(facts.diagnosedOn) : open();
		case 'deficit_card':
			return deficitCard(facts, before);
		case 'learning_route':
			return learningRoute(facts, before);
		default:
			return null;
	}
}

/** Nothing of the path is walked before the enrolment is confirmed. The calendar marks; it never closes. */
export function gate({ enrolment }: JourneyFacts): StepState | null {
	return enrolment === 'confirmed' || enrolment === 'completed' ? null : locked('not_enrolled');
}

function handedIn({ form }: OutlineStep, { forms }: JourneyFacts): StepState | null {
	const day = form !== null && Object.hasOwn(forms, form) ? forms[form] : null;
	return day ? done(day) : null;
}

function deficitCard({ diagnosedOn, card }: JourneyFacts, before: Before): StepState {
	if (!diagnosedOn) return after(before('diagnosis'));
	if (!card.internSignedOn) return open();
	if (!card.tutorSignedOn) return waiting('waits_for_tutor');
	return done(card.internSignedOn > card.tutorSignedOn ? card.internSignedOn : card.tutorSignedOn);
}

function learningRoute({ card, route }: JourneyFacts, before: Before): StepState {
	if (!card.internSignedOn || !card.tutorSignedOn) return after(before('deficit_card'));
	if (route.state === 'agreed') return done(route.agreedOn);
	if (route.state === 'proposed') return waiting('waits_for_tutor');
	return open(route.state === 'returned' ? 'returned' : undefined);
}
