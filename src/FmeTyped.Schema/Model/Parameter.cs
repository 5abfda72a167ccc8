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

    /// <summary>The team's own choice of a property name; null for the one made of <see cref="Name"/>.</summary>
    public string? CSharpName { get; init; }

    /// <summary>The team's word on whether a request has to set the parameter; null for the rule.</summary>
    public bool? CSharpRequired { get; init; }

    public bool HasDefault => Default is { IsBlank: false };

    /// <summary>A request has to set what may not be blank and has no default.</summary>
    public bool MustBeSet => CSharpRequired ?? (!IsOptional && !HasDefault);

    /// <summary>Leaving it unset and leaving it blank mean different things.</summary>
    public bool CanBeBlanked => IsOptional && HasDefault;
}
