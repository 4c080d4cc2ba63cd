/** What a sound tells beside the text: checked in, a reward reached, something refused. */
export type TillSound = 'checkedIn' | 'rewardReached' | 'refused';

interface Note {
  readonly hertz: number;
  readonly start: number;
  readonly length: number;
}

/** Two rising notes, three, or one low one; none longer than 180 ms. Seconds. */
const notesOf: Readonly<Record<TillSound, readonly Note[]>> = {
  checkedIn: [
    { hertz: 660, start: 0, length: 0.08 },
    { hertz: 880, start: 0.08, length: 0.1 },
  ],
  rewardReached: [
    { hertz: 660, start: 0, length: 0.06 },
    { hertz: 880, start: 0.06, length: 0.06 },
    { hertz: 1100, start: 0.12, length: 0.06 },
  ],
  refused: [{ hertz: 196, start: 0, length: 0.18 }],
};

const loudness = 0.05;

let context: AudioContext | null = null;

/** Plays a sound quietly. A computer without sound costs nothing but the sound. */
export const playSound = (sound: TillSound): void => {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
  for (const { hertz, start, length } of notesOf[sound]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + start;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + 0.01);
    volume.gain.linearRampToValueAtTime(0, from + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + length);
  }
};
