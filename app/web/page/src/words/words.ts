import { computed } from '@preact/signals';

import { language } from '../settings';
import { de } from './de';
import { en } from './en';

const words = computed(() => (language.value === 'de' ? de : en));
/** All words of the page in the language of its reader; a component that calls it follows the switch. */
export const say = () => words.value;
