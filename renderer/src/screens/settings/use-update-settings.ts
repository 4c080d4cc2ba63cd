import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings, ShopFacts, TillPreferences } from '#shared/contract/settings.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';

/** What a row of the settings changes. */
export interface SettingsChange {
  readonly shop?: Partial<ShopFacts>;
  readonly till?: Partial<TillPreferences>;
}

/** The settings after a change. */
export const changed = (settings: Settings, change: SettingsChange): Settings => ({
  ...settings,
  shop: { ...settings.shop, ...change.shop },
  till: { ...settings.till, ...change.till },
});

/**
 * Saves a change of the settings as soon as it is made. The screens show it at once; when it cannot be
 * saved they go back to what is kept, and `error` says why. Changes are sent one after the other.
 */
export const useUpdateSettings = () => {
  const cache = useQueryClient();
  const key = orpc.settings.get.queryKey();
  const save = useMutation(
    orpc.settings.update.mutationOptions({
      scope: { id: 'settings' },
      onMutate: async (change) => {
        await cache.cancelQueries({ queryKey: key });
        const before = cache.getQueryData(key);
        cache.setQueryData(key, (settings) =>
          settings === undefined ? settings : changed(settings, change as SettingsChange),
        );
        return { before };
      },
      onError: (_error, _change, context) => {
        if (context?.before !== undefined) cache.setQueryData(key, context.before);
      },
      onSuccess: (settings) => cache.setQueryData(key, settings),
    }),
  );
  return {
    update: (change: SettingsChange): void => save.mutate({ requestId: newRequestId(), ...change }),
    error: save.error,
    saved: save.isSuccess,
    /** Forgets how the last change went, for another part of the settings. */
    forget: save.reset,
  };
};

export type UpdateSettings = ReturnType<typeof useUpdateSettings>['update'];
