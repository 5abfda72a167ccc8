using System;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>Compares a parameter with what it is now.</summary>
internal sealed class ParameterComparer(ParameterApi before, ParameterApi now, WorkspaceDifferences differences)
{
    private readonly Parameter _before = before.Parameter;
    private readonly Parameter _now = now.Parameter;

    public void Compare()
    {
        if (before.Property != now.Property)
        {
            Add(DifferenceKind.PropertyRenamed, $"is called {now.Property} in C# now");
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
            Add(DifferenceKind.GroupChanged, "stands in another group");
        }
    }

    private bool CompareType()
    {
        if (_before.IsList != _now.IsList)
        {
            Add(DifferenceKind.ListChanged, _now.IsList ? "takes several values now, and took one" : "takes one value now, and took several");
            return false;
        }

        if (_before.Kind != _now.Kind)
        {
            AddKind();
            return false;
        }

        if (before.OptionType != now.OptionType && before.Property == now.Property)
        {
            Add(DifferenceKind.OptionTypeRenamed, $"has its options in {now.OptionType} now, and had them in {before.OptionType}");
        }

        return true;
    }

    private void AddKind()
    {
        string types = $"is {now.ReadableType} now, and was {before.ReadableType}";
        (DifferenceKind kind, string words) = (_before.Kind, _now.Kind) switch
        {
            (ParameterKind.Secret, _) => (DifferenceKind.SecrecyChanged, "is no secret any more"),
            (_, ParameterKind.Secret) => (DifferenceKind.SecrecyChanged, "is a secret now"),
            (ParameterKind.Boolean, ParameterKind.Choice) => (DifferenceKind.YesNoChanged, "was yes or no, and has other options now"),
            (ParameterKind.Choice, ParameterKind.Boolean) => (DifferenceKind.YesNoChanged, "is yes or no now"),
            (ParameterKind.Integer, ParameterKind.Float) => (DifferenceKind.NumberKindChanged, types),
            (ParameterKind.Float, ParameterKind.Integer) => (DifferenceKind.NumberKindChanged, types),
            (ParameterKind.Choice, ParameterKind.OpenChoice) => (DifferenceKind.OpennessChanged, "takes any text now, and took its options only"),
            (ParameterKind.OpenChoice, ParameterKind.Choice) => (DifferenceKind.OpennessChanged, "takes its options only, and took any text"),
            _ => (DifferenceKind.TypeChanged, types),
        };
        Add(kind, words);
    }

    private void CompareNecessity()
    {
        if (_now.MustBeSet && (!_before.MustBeSet || (_now.IsRequiredMember && !_before.IsRequiredMember)))
        {
            string reason = _before.HasDefault && !_now.HasDefault ? "has no default any more"
                : _before.IsOptional && !_now.IsOptional ? "may not be blank any more"
                : "is not the server's to supply any more";
            Add(DifferenceKind.NowRequired, _now.IsRequiredMember
                ? _before.MustBeSet ? "is always shown now, and has to be set" : $"{reason}, and has to be set"
                : $"{reason}, and has to be set while it is shown");
        }
        else if (_before.IsOptional && !_now.IsOptional)
        {
            Add(DifferenceKind.BlankRefused, "may not be blank any more");
        }
        else if (!_before.IsOptional && _now.IsOptional)
        {
            Add(DifferenceKind.NowOptional, $"may be blank now{TypeNote()}");
        }
    }

    // What is required because its default is gone has been reported as that.
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
            Add(DifferenceKind.DefaultChanged, $"has the default {Quote(_now)} now, and had {was}{TypeNote()}");
        }
        else if (_before.CanBeBlanked && before.PropertyType != now.PropertyType)
        {
            Add(DifferenceKind.DefaultRemoved, $"has no default any more, and had {was}; unset and blank are one{TypeNote()}");
        }
        else
        {
            Add(DifferenceKind.DefaultChanged, $"has no default any more, and had {was}");
        }
    }

    private void CompareBehaviour()
    {
        if (!Equals(_before.Visibility, _now.Visibility))
        {
            Add(
                DifferenceKind.VisibilityChanged,
                _now.Visibility is { } visibility ? $"is shown only while {VisibilityText.From(visibility)}" : "is always shown");
        }

        if (_before.IsDestination != _now.IsDestination)
        {
            Add(DifferenceKind.DestinationChanged, _now.IsDestination ? "is written to now" : "is not written to any more");
        }

        CompareFormats();

        // REST v3 does not name the encoding: what one source leaves open does not differ.
        if (_before.GeometryEncoding.Length > 0 && _now.GeometryEncoding.Length > 0
            && !string.Equals(_before.GeometryEncoding, _now.GeometryEncoding, StringComparison.OrdinalIgnoreCase))
        {
            Add(DifferenceKind.EncodingChanged, $"is sent as {_now.GeometryEncoding} now, and was as {_before.GeometryEncoding}");
        }
    }

    private void CompareFormats()
    {
        if (_before.ColorFormat is { } color && _now.ColorFormat is { } newColor && color != newColor)
        {
            Add(DifferenceKind.EncodingChanged, $"is sent as {FormatText.From(newColor)} now, and was as {FormatText.From(color)}");
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

    // Calls that set a value compile as before; code that reads it back meets the new type.
    private string TypeNote() => before.PropertyType == now.PropertyType ? "" : $" (read back, it is {now.ReadableType} now, and was {before.ReadableType})";

    private static EquatableArray<string> ItemsOf(Parameter parameter) => parameter.Default is { IsBlank: false } found ? found.Items : default;

    private static string Quote(Parameter parameter) =>
        parameter.DefaultIsWithheld ? "one that is withheld"
        : parameter.Default is { IsBlank: false } found ? $"'{string.Join("', '", found.Items)}'"
        : "none";

    private void Add(DifferenceKind kind, string words) => differences.Add(kind, _before.Name, before.Property, $"{_before.Name} {words}");
}
