using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Schema.Comparison;

/// <summary>
/// Guesses that a removed parameter was renamed, if a new one has a similar name and the same type, and that a removed option was, if a new one is similar.
/// </summary>
internal static class RenameProposal
{
    /// <summary>A guess compares what was removed with all that is new, and where so much is gone it is something else.</summary>
    public const int MostGuesses = 20;

    /// <summary>The guess as text; null if no new parameter is similar to the removed one.</summary>
    public static string? For(ParameterApi gone, IReadOnlyList<ParameterApi> added)
    {
        string[] alike =
        [
            .. added
                .Where(candidate => candidate.Parameter.Kind == gone.Parameter.Kind && candidate.Parameter.IsList == gone.Parameter.IsList)
                .Select(candidate => candidate.Parameter.Name)
                .Where(name => AreAlike(gone.Parameter.Name, name)),
        ];
        string? name = alike.Length == 1 ? alike[0] : NearMiss.Find(gone.Parameter.Name, alike);
        return name is null ? null : $"Was it renamed to {name}? The choice \"name\": \"{gone.Property}\" for it under csharp keeps the C# name";
    }

    /// <summary>The guess as text; null if no new option is similar to the removed one.</summary>
    public static string? For(OptionSurface gone, IReadOnlyList<OptionSurface> added)
    {
        OptionSurface[] alike = [.. added.Where(candidate => AreAlike(gone.Choice.Value, candidate.Choice.Value))];
        string? value = alike.Length == 1 ? alike[0].Choice.Value : NearMiss.Find(gone.Choice.Value, alike.Select(candidate => candidate.Choice.Value));
        return value is null
            ? null
            : $"Was it renamed to '{value}'? The choice \"options\": {{ \"{value}\": \"{gone.Name}\" }} for the parameter under csharp keeps the C# name";
    }

    // MAXY and MAX_Y, SourceDataset_SHAPE and SourceDataset_GML, EMail and EMails.
    private static bool AreAlike(string left, string right)
    {
        (string first, string second) = (LettersOf(left), LettersOf(right));
        return first.Equals(second, StringComparison.OrdinalIgnoreCase)
            || (StemOf(left) is { Length: > 2 } stem && stem.Equals(StemOf(right), StringComparison.OrdinalIgnoreCase))
            || NearMiss.Find(left, [right]) is not null;
    }

    private static string LettersOf(string name) => string.Concat(name.Where(char.IsLetter));

    private static string? StemOf(string name) => name.IndexOf('_') is var end and > 0 ? name.Substring(0, end) : null;
}
