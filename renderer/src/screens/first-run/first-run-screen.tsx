import { useCallback, useState } from 'react';
import type { ShopFacts } from '#shared/contract/settings.ts';
import { firstLanguage, showLanguage } from '../../i18n/set-up-translations.ts';
import { RestoreFullScreen } from '../restore/restore-full-screen.tsx';
import { FirstPaper } from './first-paper.tsx';
import { FirstRunFrame, type FirstRunStep } from './first-run-frame.tsx';
import { MakingStep } from './making-step.tsx';
import { PinStep } from './pin-step.tsx';
import { firstDraft } from './shop-draft.ts';
import { ShopStep } from './shop-step.tsx';
import { type Start, StartStep } from './start-step.tsx';
import { useSetUp } from './use-set-up.ts';

const draftOfThisComputer = (): ShopFacts =>
  firstDraft({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    languageTags: globalThis.navigator.languages,
    language: firstLanguage(),
  });

/** The first run: the shop, its owner, then what it starts with. Nothing is written before the last step. */
export const FirstRunScreen = ({ onDone }: { onDone: (path: '/till' | '/import') => Promise<void> }) => {
  const [step, setStep] = useState<FirstRunStep>('shop');
  const [draft, setDraft] = useState(draftOfThisComputer);
  const [ownerName, setOwnerName] = useState('');
  const [pin, setPin] = useState<string | null>(null);
  const [start, setStart] = useState<Start>('demo');
  const [restoring, setRestoring] = useState(false);
  const stopRestoring = useCallback(() => setRestoring(false), []);
  const setUp = useSetUp();

  const path = start === 'import' ? '/import' : '/till';
  const toStart = (chosen: string | null) => {
    setPin(chosen);
    setStep('start');
  };

  const change = (next: ShopFacts) => {
    if (next.language !== draft.language) void showLanguage(next.language);
    setDraft(next);
  };

  if (setUp.state.kind === 'running') {
    const { demo, done, total } = setUp.state;
    return (
      <FirstRunFrame step="start">
        <MakingStep
          name={draft.name}
          demo={demo}
          done={done}
          total={total}
          language={draft.language}
          onStop={setUp.stop}
        />
      </FirstRunFrame>
    );
  }
  if (setUp.state.kind === 'paper') {
    const { recoveryCode } = setUp.state;
    return <FirstPaper code={recoveryCode} name={ownerName.trim()} onDone={() => void onDone(path)} />;
  }
  if (restoring) return <RestoreFullScreen place="firstRun" onCancel={stopRestoring} />;
  return (
    <FirstRunFrame step={step}>
      {step === 'shop' && (
        <ShopStep
          draft={draft}
          onChange={change}
          onRestore={() => setRestoring(true)}
          onNext={() => setStep('pin')}
        />
      )}
      {step === 'pin' && (
        <PinStep
          name={ownerName}
          onName={setOwnerName}
          onBack={() => setStep('shop')}
          onWithout={() => toStart(null)}
          onChosen={toStart}
        />
      )}
      {step === 'start' && (
        <StartStep
          start={start}
          onChoose={setStart}
          failure={setUp.state.kind === 'failed' ? setUp.state.error : null}
          onBack={() => setStep('pin')}
          onStart={() =>
            void setUp.run({ shop: draft, ownerName, pin, start: start === 'demo' ? 'demo' : 'empty' }, () =>
              onDone(path),
            )
          }
        />
      )}
    </FirstRunFrame>
  );
};
