using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>Compares the options of a parameter whose type is unchanged.</summary>
internal sealed class OptionComparer
{
    private readonly ParameterApi _before;
    private readonly ParameterApi _now;
    private readonly WorkspaceDifferences _differences;

    private OptionComparer(ParameterApi before, ParameterApi now, WorkspaceDifferences differences)
    {
        _before = before;
        _now = now;
        _differences = differences;
    }

    public static void Compare(ParameterApi before, ParameterApi now, WorkspaceDifferences differences)
    {
        var comparer = new OptionComparer(before, now, differences);
        if (before.Parameter.Kind == ParameterKind.Boolean)
        {
            comparer.CompareYesNo();
        }
        else
        {
            comparer.Compare();
        }
    }

    // These have no members: the two values only say how yes and no are spelt.
    private void CompareYesNo()
    {
        string[] was = YesThenNo(_before);
        string[] values = YesThenNo(_now);
        if (!was.SequenceEqual(values))
        {
            Add(DifferenceKind.OptionValueChanged, _before.Property, $"is now sent as {string.Join(" or ", values)} instead of {string.Join(" or ", was)}");
        }
    }

    private void Compare()
    {
        Dictionary<string, OptionSurface> later = _now.Options.ToDictionary(option => option.Choice.Value, StringComparer.Ordinal);
        List<OptionSurface> added = [.. _now.Options.Where(option => _before.Options.All(earlier => earlier.Choice.Value != option.Choice.Value))];
        int guesses = 0;
        foreach (OptionSurface option in _before.Options)
        {
            if (later.TryGetValue(option.Choice.Value, out OptionSurface? current))
            {
                CompareOption(option, current);
            }
            else if (added.Find(candidate => candidate.Choice.Caption == option.Choice.Caption) is { } replaced)
            {
                added.Remove(replaced);
                Add(DifferenceKind.OptionValueChanged, MemberOf(option), $"now sends '{replaced.Choice.Value}' for "
                    + $"'{option.Choice.Caption}'{Renamed(option, replaced)} instead of '{option.Choice.Value}'");
            }
            else
            {
                Add(
                    DifferenceKind.OptionRemoved,
                    MemberOf(option),
                    $"no longer has the option '{option.Choice.Value}'",
                    guesses++ < RenameProposal.MostGuesses ? RenameProposal.For(option, added) : null);
            }
        }

        foreach (OptionSurface option in added)
        {
            Add(DifferenceKind.OptionAdded, $"{_now.OptionType}.{option.Name}", $"has the new option '{option.Choice.Value}'");
        }

        if (!InOrderOf(_before, _now).SequenceEqual(InOrderOf(_now, _before)))
        {
            Add(DifferenceKind.OrderChanged, _before.Property, "has its options in another order");
        }
    }

    private void CompareOption(OptionSurface before, OptionSurface now)
    {
        if (before.Name != now.Name)
        {
            Add(DifferenceKind.OptionRenamed, MemberOf(before), $"now has its option '{before.Choice.Value}' under the name {now.Name}");
        }
        else if (before.Choice.Caption != now.Choice.Caption)
        {
            Add(DifferenceKind.CaptionChanged, MemberOf(before), $"has another caption for '{before.Choice.Value}'");
        }
    }

    private string MemberOf(OptionSurface option) => $"{_before.OptionType}.{option.Name}";

    private static string Renamed(OptionSurface before, OptionSurface now) => before.Name == now.Name ? "" : $" under the name {now.Name}";

    private static string[] YesThenNo(ParameterApi parameter) =>
        [.. parameter.Parameter.Choices.OrderBy(YesNo.NumberOf).Select(choice => choice.Value)];

    private static IEnumerable<string> InOrderOf(ParameterApi parameter, ParameterApi other)
    {
        HashSet<string> others = [.. other.Options.Select(option => option.Choice.Value)];
        return parameter.Options.Select(option => option.Choice.Value).Where(others.Contains);
    }

    private void Add(DifferenceKind kind, string member, string words, string? hint = null) =>
        _differences.Add(kind, _before.Parameter.Name, member, $"{_before.Parameter.Name} {words}", hint);
}
