import { m } from '#lib/paraglide/messages.js';

/** Whole minutes while there are many, seconds too when few are left. */
export function leftText(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	return minutes >= 5
		? m.diagnosis_left_minutes({ minutes })
		: m.diagnosis_left_seconds({ minutes, seconds: seconds % 60 });
}

/** Read out at ten, five and one minute before the end, and at no other moment: nobody listens to a ticking clock. */
export function saidAt(before: number, now: number): string | undefined {
	const passed = [10, 5, 1].find((minutes) => before > minutes * 60 && now <= minutes * 60);
	return passed === undefined ? undefined : m.diagnosis_left_said({ minutes: passed });
}
