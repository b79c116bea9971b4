import { Paper, SimpleGrid, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { type Rule } from '@/shared/rules/rules';
import { sentence, type Words } from '@/shared/rules/rule-sentence';
import { useGallery } from '../gallery';

type GalleryProps = { words: Words; choose: (name: string, rule: Rule) => void };

/** Examples of rules, the simple ones first: a click takes one over, to be changed. */
export function Gallery({ words, choose }: GalleryProps) {
  const { t } = words;
  const { data, error } = useGallery();
  if (error) return null;
  return (
    <Stack gap="xs">
      <Title order={2}>{t('gallery.title')}</Title>
      {!data && <Skeleton h={240} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {data?.map(({ key, rule, customers }) => {
          const name = t(`gallery.name.${key as 'regulars'}`);
          return (
            <UnstyledButton key={key} onClick={() => choose(name, rule)}>
              <Paper p="sm" h="100%" withBorder>
                <Text fw={550}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {sentence(rule, words)}
                </Text>
                <Text size="xs" mt={4} className="numeric">
                  {t('gallery.people', { count: customers })}
                </Text>
              </Paper>
            </UnstyledButton>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
