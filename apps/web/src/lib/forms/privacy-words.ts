import type { PrivacyWarning } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';

export function privacyWords({ kind, fragment }: PrivacyWarning): string {
	return kind === 'name' ? m.forms_privacy_name({ fragment }) : m.forms_privacy_diagnosis({ fragment });
}
