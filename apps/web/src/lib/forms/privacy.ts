import {
	guardedTexts,
	privacyWarnings,
	type Answer,
	type FormDefinition,
	type PrivacyWarning
} from '@stazhirovka/domain/forms';

export { privacyWarnings };

export type PlacedWarning = PrivacyWarning & { path: string };

/** Every place of an answer that resembles a pupil's name or diagnosis (R166). Heavy: import it when it is needed. */
export function warningsIn(definition: FormDefinition, answer: Answer): PlacedWarning[] {
	return guardedTexts(definition, answer).flatMap(({ path, text }) =>
		privacyWarnings(text).map((warning) => ({ path, ...warning }))
	);
}
