package io.followthrough.daemon.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * More people in comma-separated values (RFC 4180): the first line names the keys. Each further
 * line becomes a section as if it stood in the YAML, and is checked as such.
 */
final class PeopleFile {
  private static final Pattern PARTS = Pattern.compile("\\s*;\\s*");

  private final Schema person;

  PeopleFile(Schema person) {
    this.person = person;
  }

  List<Tree> read(String file, String text, Problems problems) {
    List<List<Tree.Scalar>> rows = new CommaSeparated(file, text, problems).rows();
    rows.stream().limit(1).forEach(keys -> tellUnknown(keys, problems));
    List<Tree> people = new ArrayList<>();
    for (List<Tree.Scalar> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      if (row.size() > rows.get(0).size()) {
        Place place = row.get(rows.get(0).size()).place();
        problems.add(place, "", "more values than the first line has keys");
      }
      person(rows.get(0), row).ifPresent(people::add);
    }
    return people;
  }

  private void tellUnknown(List<Tree.Scalar> keys, Problems problems) {
    for (Tree.Scalar key : keys) {
      if (!person.properties().containsKey(key.text())) {
        Optional<String> hint = Nearest.hint(key.text(), person.properties().keySet());
        problems.add(Problem.of(key.place(), key.text(), "is not a known key", hint));
      }
    }
  }

  private Optional<Tree> person(List<Tree.Scalar> keys, List<Tree.Scalar> row) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(keys.size(), row.size()); i++) {
      Tree.Scalar key = keys.get(i);
      Tree.Scalar cell = row.get(i);
      if (person.properties().containsKey(key.text()) && !cell.text().isEmpty()) {
        entries.put(key.text(), new Tree.Entry(key, value(key.text(), cell)));
      }
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tree.Mapping(entries, row.get(0).place()));
  }

  private Tree value(String key, Tree.Scalar cell) {
    Optional<Schema> schema = Optional.ofNullable(person.properties().get(key));
    if (schema.filter(it -> it.types().contains("array")).isPresent()) {
      return new Tree.Sequence(
          PARTS
              .splitAsStream(cell.text())
              .map(it -> (Tree) new Tree.Scalar(it, false, cell.place()))
              .toList(),
          cell.place());
    }
    if (schema.filter(it -> it.types().contains("object")).isPresent()) {
      return pairs(cell);
    }
    return cell;
  }

  private static Tree pairs(Tree.Scalar cell) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (String part : PARTS.splitAsStream(cell.text()).toList()) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        return cell;
      }
      Tree.Scalar name = new Tree.Scalar(part.substring(0, equals).strip(), false, cell.place());
      Tree.Scalar value = new Tree.Scalar(part.substring(equals + 1).strip(), false, cell.place());
      entries.put(name.text(), new Tree.Entry(name, value));
    }
    return new Tree.Mapping(entries, cell.place());
  }
}
