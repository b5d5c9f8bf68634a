// Loaded before the Action: see quick-timers.
import { quickenTimers } from './quick-timers.ts';

quickenTimers();
