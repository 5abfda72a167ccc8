using System;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>Compares a parameter with its current state.</summary>
internal sealed class ParameterComparer(ParameterApi before, ParameterApi now, WorkspaceDifferences differences)
{
    private readonly Parameter _before = before.Parameter;
    private readonly Parameter _now = now.Parameter;

    public void Compare()
    {
        if (before.Property != now.Property)
        {
            Add(DifferenceKind.PropertyRenamed, $"is now called {now.Property} in C#");
        }

        bool isSameType = CompareType();
        CompareNecessity();
        if (isSameType)
        {
            CompareDefault();
            LimitComparer.Compare(before, now, Add);
            OptionComparer.Compare(before, now, differences);
        }

        CompareBehaviour();
        if (_before.Prompt != _now.Prompt)
        {
            Add(DifferenceKind.PromptChanged, "has another prompt");
        }

        if (_before.Group != _now.Group)
        {
            Add(DifferenceKind.GroupChanged, "is in another group");
        }
    }

    private bool CompareType()
    {
        if (_before.IsList != _now.IsList)
        {
            Add(DifferenceKind.ListChanged, _now.IsList ? "now takes several values instead of one" : "now takes one value instead of several");
            return false;
        }

        if (_before.Kind != _now.Kind)
        {
            AddKind();
            return false;
        }

        if (before.OptionType != now.OptionType && before.Property == now.Property)
        {
            Add(DifferenceKind.OptionTypeRenamed, $"now has its options in {now.OptionType} instead of {before.OptionType}");
        }

        return true;
    }

    private void AddKind()
    {
        string types = $"is now {now.ReadableType}, and was {before.ReadableType}";
        (DifferenceKind kind, string words) = (_before.Kind, _now.Kind) switch
        {
            (ParameterKind.Secret, _) => (DifferenceKind.SecrecyChanged, "is no longer a secret"),
            (_, ParameterKind.Secret) => (DifferenceKind.SecrecyChanged, "is now a secret"),
            (ParameterKind.Boolean, ParameterKind.Choice) => (DifferenceKind.YesNoChanged, "was yes or no, and now has other options"),
            (ParameterKind.Choice, ParameterKind.Boolean) => (DifferenceKind.YesNoChanged, "is now yes or no"),
            (ParameterKind.Integer, ParameterKind.Float) => (DifferenceKind.NumberKindChanged, types),
            (ParameterKind.Float, ParameterKind.Integer) => (DifferenceKind.NumberKindChanged, types),
            (ParameterKind.Choice, ParameterKind.OpenChoice) => (DifferenceKind.OpennessChanged, "now takes any text, not only its options"),
            (ParameterKind.OpenChoice, ParameterKind.Choice) => (DifferenceKind.OpennessChanged, "now takes only its options, not any text"),
            _ => (DifferenceKind.TypeChanged, types),
        };
        Add(kind, words);
    }

    private void CompareNecessity()
    {
        if (_now.MustBeSet && (!_before.MustBeSet || (_now.IsRequiredMember && !_before.IsRequiredMember)))
        {
            string reason = _before.HasDefault && !_now.HasDefault ? "no longer has a default"
                : _before.IsOptional && !_now.IsOptional ? "may no longer be blank"
                : "is no longer supplied by the server";
            Add(DifferenceKind.NowRequired, _now.IsRequiredMember
                ? _before.MustBeSet ? "is now always shown, and has to be set" : $"{reason}, and has to be set"
                : $"{reason}, and has to be set while it is shown");
        }
        else if (_before.IsOptional && !_now.IsOptional)
        {
            Add(DifferenceKind.BlankRefused, "may no longer be blank");
        }
        else if (!_before.IsOptional && _now.IsOptional)
        {
            Add(DifferenceKind.NowOptional, $"may now be blank{TypeNote()}");
        }
    }

    // A parameter that is required because it lost its default has already been reported.
    private void CompareDefault()
    {
        if (_before.HasDefault && !_now.HasDefault && _now.MustBeSet)
        {
            return;
        }

        bool isSame = _before.DefaultIsWithheld || _now.DefaultIsWithheld
            ? _before.HasDefault == _now.HasDefault
            : ItemsOf(_before).Equals(ItemsOf(_now));
        if (isSame)
        {
            return;
        }

        string was = Quote(_before);
        if (_now.HasDefault)
        {
            Add(DifferenceKind.DefaultChanged, $"now has the default {Quote(_now)} instead of {was}{TypeNote()}");
        }
        else if (_before.CanBeBlanked && before.PropertyType != now.PropertyType)
        {
            Add(DifferenceKind.DefaultRemoved, $"no longer has a default, which was {was}; unset and blank are now the same{TypeNote()}");
        }
        else
        {
            Add(DifferenceKind.DefaultChanged, $"no longer has a default, which was {was}");
        }
    }

    private void CompareBehaviour()
    {
        if (!Equals(_before.Visibility, _now.Visibility))
        {
            Add(DifferenceKind.VisibilityChanged, _now.Visibility is { } visibility
                ? $"is now shown only while {VisibilityText.From(visibility)}"
                : "is now always shown");
        }

        if (_before.IsDestination != _now.IsDestination)
        {
            Add(DifferenceKind.DestinationChanged, _now.IsDestination ? "is now written to" : "is no longer written to");
        }

        CompareFormats();

        // REST v3 does not contain the encoding: an unspecified encoding is no difference.
        if (_before.GeometryEncoding.Length > 0 && _now.GeometryEncoding.Length > 0
            && !string.Equals(_before.GeometryEncoding, _now.GeometryEncoding, StringComparison.OrdinalIgnoreCase))
        {
            Add(DifferenceKind.EncodingChanged, $"is now sent as {_now.GeometryEncoding} instead of {_before.GeometryEncoding}");
        }
    }

    private void CompareFormats()
    {
        if (_before.ColorFormat is { } color && _now.ColorFormat is { } newColor && color != newColor)
        {
            Add(DifferenceKind.EncodingChanged, $"is now sent as {FormatText.From(newColor)}, and was sent as {FormatText.From(color)}");
        }

        // What one source leaves open does not differ.
        (DateTimeFormat was, DateTimeFormat now) = (_before.DateTimeFormat, _now.DateTimeFormat);
        bool isSame = was.IsIso == now.IsIso && IsSame(was.HasOffset, now.HasOffset) && IsSame(was.HasFraction, now.HasFraction);
        if (_before.Kind == ParameterKind.DateTime && _now.Kind == ParameterKind.DateTime && !isSame)
        {
            Add(
                DifferenceKind.EncodingChanged,
                $"is now: {FormatText.From(_now.DateTimeForm, now)} It was: {FormatText.From(_before.DateTimeForm, was)}");
        }
    }

    private static bool IsSame(bool? was, bool? now) => was is null || now is null || was == now;

    // Calls that set a value still compile; code that reads it back gets the new type.
    private string TypeNote() =>
        before.PropertyType == now.PropertyType ? "" : $" (when read back, it is now {now.ReadableType}, and was {before.ReadableType})";

    private static EquatableArray<string> ItemsOf(Parameter parameter) => parameter.Default is { IsBlank: false } found ? found.Items : default;

    private static string Quote(Parameter parameter) =>
        parameter.DefaultIsWithheld ? "a withheld one"
        : parameter.Default is { IsBlank: false } found ? $"'{string.Join("', '", found.Items)}'"
        : "none";

    private void Add(DifferenceKind kind, string words) => differences.Add(kind, _before.Name, before.Property, $"{_before.Name} {words}");
}
