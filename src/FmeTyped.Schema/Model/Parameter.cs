namespace FmeTyped.Schema.Model;

/// <summary>A published parameter.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>The type as the source wrote it, such as <c>LOOKUP_LISTBOX</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether it takes several values.</summary>
    public bool IsList { get; init; }

    public string Prompt { get; init; } = "";

    /// <summary>Whether it may be blank, which is what FME calls optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What the server takes when the parameter is not sent; null where there is nothing.</summary>
    public ParameterDefault? Default { get; init; }

    public EquatableArray<Choice> Choices { get; init; }

    public NumberLimits Limits { get; init; } = NumberLimits.None;

    /// <summary>The prompt of the group it stands in; empty where it stands in none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether a file or folder is written to. The server supplies the place, so that no request has to.</summary>
    public bool IsDestination { get; init; }

    public DateTimeForm DateTimeForm { get; init; }

    public DateTimeFormat DateTimeFormat { get; init; } = DateTimeFormat.Open;

    /// <summary>How a colour is written; null for all other kinds.</summary>
    public ColorFormat? ColorFormat { get; init; }

    /// <summary>How a geometry is written as text, such as <c>GeoJSON</c>; empty where the source does not say.</summary>
    public string GeometryEncoding { get; init; } = "";

    /// <summary>The kinds of geometry that are taken, such as <c>point</c>; empty for all.</summary>
    public EquatableArray<string> GeometryTypes { get; init; }

    /// <summary>How FME's form asks for the value, where kind and limits do not say it.</summary>
    public FormHints Hints { get; init; } = FormHints.None;

    /// <summary>When it is visible; null for always.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>What else its record says of the value, in sentences.</summary>
    public EquatableArray<string> Remarks { get; init; }

    /// <summary>Whether a secret's default is kept out of the schema file. It counts as a default all the same.</summary>
    public bool DefaultIsWithheld { get; init; }

    /// <summary>The team's own choice of a property name; null for the one made of <see cref="Name"/>.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The team's word on whether a request has to set the parameter; null for the rule.</summary>
    public bool? CSharpRequired { get; init; }

    /// <summary>The team's own type for the JSON that this text parameter holds; null where it is plain text.</summary>
    public JsonType? CSharpJson { get; init; }

    /// <summary>Whether the team wants text sent in FME's own encoding.</summary>
    public bool CSharpEncoded { get; init; }

    public bool HasDefault => DefaultIsWithheld || Default is { IsBlank: false };

    /// <summary>A request has to set what may not be blank, has no default and is not the server's to supply, while it is visible.</summary>
    public bool MustBeSet => CSharpRequired ?? (!IsOptional && !HasDefault && !IsDestination);

    /// <summary>Whether the compiler can demand it, which it cannot where that depends on other values.</summary>
    public bool IsRequiredMember => CSharpRequired ?? (MustBeSet && Visibility is null);

    /// <summary>Leaving it unset and leaving it blank mean different things.</summary>
    public bool CanBeBlanked => IsOptional && HasDefault;

    /// <summary>The same without a secret's default, which then counts as withheld: a secret goes no further than the text it was read from.</summary>
    public Parameter WithSecretWithheld() =>
        Kind == ParameterKind.Secret && Default is { } found
            ? this with { Default = null, DefaultIsWithheld = DefaultIsWithheld || !found.IsBlank }
            : this;
}
