import { m } from '#lib/paraglide/messages.js';

/** The fields of the form by their paths in a definition, for a summary of faults. */
export function fieldLabels(): Record<string, string> {
	return {
		...{ measures: m.summaries_measures(), chart: m.summaries_chart(), title: m.summaries_name() },
		...{ sites: m.summaries_sites(), municipalities: m.summaries_municipalities() },
		...{ regulations: m.summaries_regulations(), programmes: m.summaries_programmes() },
		...{ from: m.summaries_from(), to: m.summaries_to() },
		...{ email: m.summaries_share_email(), on: m.summaries_on() }
	};
}
