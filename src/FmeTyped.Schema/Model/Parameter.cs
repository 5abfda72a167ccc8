namespace FmeTyped.Schema.Model;

/// <summary>A published parameter.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">The kind of its value.</param>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>The type as the source wrote it, such as <c>LOOKUP_LISTBOX</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether it takes several values.</summary>
    public bool IsList { get; init; }

    public string Prompt { get; init; } = "";

    /// <summary>Whether it may be blank, which is what FME calls optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The default that applies when the parameter is not sent; null if there is none.</summary>
    public ParameterDefault? Default { get; init; }

    public EquatableArray<Choice> Choices { get; init; }

    public NumberLimits Limits { get; init; } = NumberLimits.None;

    /// <summary>The prompt of its group; empty if it is in none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the file or folder is an output. The server supplies its path, so no request has to.</summary>
    public bool IsDestination { get; init; }

    public DateTimeForm DateTimeForm { get; init; }

    public DateTimeFormat DateTimeFormat { get; init; } = DateTimeFormat.Open;

    /// <summary>How a colour is written; null for all other kinds.</summary>
    public ColorFormat? ColorFormat { get; init; }

    /// <summary>How a geometry is written as text, such as <c>GeoJSON</c>; empty if the source does not say.</summary>
    public string GeometryEncoding { get; init; } = "";

    /// <summary>The accepted kinds of geometry, such as <c>point</c>; empty for all.</summary>
    public EquatableArray<string> GeometryTypes { get; init; }

    /// <summary>How FME's form asks for the value, where kind and limits do not say it.</summary>
    public FormHints Hints { get; init; } = FormHints.None;

    /// <summary>When it is visible; null for always.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Further remarks of its record about the value, as sentences.</summary>
    public EquatableArray<string> Remarks { get; init; }

    /// <summary>Whether a secret's default is kept out of the schema file. It still counts as a default.</summary>
    public bool DefaultIsWithheld { get; init; }

    /// <summary>The team's own choice of a property name; null for the one made of <see cref="Name"/>.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The team's choice of whether a request must set the parameter; null for the rule.</summary>
    public bool? CSharpRequired { get; init; }

    /// <summary>The team's own type for the JSON that this text parameter holds; null if it is plain text.</summary>
    public JsonType? CSharpJson { get; init; }

    /// <summary>Whether the team wants text sent in FME's own encoding.</summary>
    public bool CSharpEncoded { get; init; }

    /// <summary>The team's corrections to the record, as a JSON object; null for none.</summary>
    public string? CSharpRecord { get; init; }

    public bool HasDefault => DefaultIsWithheld || Default is { IsBlank: false };

    /// <summary>Whether a request must set it while it is visible: it may not be blank, has no default, and the server does not supply it.</summary>
    public bool MustBeSet => CSharpRequired ?? (!IsOptional && !HasDefault && !IsDestination);

    /// <summary>Whether the compiler can require it, which is impossible if that depends on other values.</summary>
    public bool IsRequiredMember => CSharpRequired ?? (MustBeSet && Visibility is null);

    /// <summary>Whether unset and blank mean different things.</summary>
    public bool CanBeBlanked => IsOptional && HasDefault;

    /// <summary>A copy without a secret's default, which then counts as withheld: a secret stays in the text that it was read from.</summary>
    public Parameter WithSecretWithheld() =>
        Kind == ParameterKind.Secret && Default is { } found
            ? this with { Default = null, DefaultIsWithheld = DefaultIsWithheld || !found.IsBlank }
            : this;
}
