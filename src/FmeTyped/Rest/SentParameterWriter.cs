namespace FmeTyped;

/// <summary>
/// Writes published parameters as they are sent: a value, or several. Unset ones are left out, and overrides replace the request's own, so
/// that no name occurs twice. Derived classes say how a value is written.
/// </summary>
/// <param name="overrides">Parameters that are written as they are; null for none.</param>
internal abstract class SentParameterWriter(IReadOnlyDictionary<string, FmeParameterValue>? overrides) : FmeParameterWriter
{
    private bool _listIsOverridden;

    /// <summary>Writes the parameters of a request, and then the overrides.</summary>
    public void WriteParameters(IFmeRequest request)
    {
        request.Write(this);
        if (overrides is null)
        {
            return;
        }

        foreach ((string name, FmeParameterValue value) in overrides)
        {
            SendOverride(name, value);
        }
    }

    private protected abstract void SendText(FmeParameterDescriptor parameter, ReadOnlySpan<char> value);

    private protected abstract void SendChoice(FmeParameterDescriptor parameter, FmeChoice choice);

    private protected abstract void BeginSendingList(FmeParameterDescriptor parameter, int count);

    private protected abstract void SendItem(FmeParameterDescriptor parameter, string value);

    private protected abstract void SendItem(FmeParameterDescriptor parameter, FmeChoice choice);

    private protected abstract void EndSendingList();

    private protected abstract void SendOverride(string name, FmeParameterValue value);

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        if (!IsOverridden(parameter))
        {
            SendText(parameter, value);
        }
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        if (!IsOverridden(parameter))
        {
            SendChoice(parameter, Choice(parameter, number));
        }
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        _listIsOverridden = IsOverridden(parameter);
        if (!_listIsOverridden)
        {
            BeginSendingList(parameter, count);
        }
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value)
    {
        if (!_listIsOverridden)
        {
            SendItem(parameter, value);
        }
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
        if (!_listIsOverridden)
        {
            SendItem(parameter, Choice(parameter, number));
        }
    }

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
        if (!_listIsOverridden)
        {
            EndSendingList();
        }
    }

    // An overridden parameter was neither uploaded nor checked, so its value may have no path on the server, and not even a text.
    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        if (!IsOverridden(parameter))
        {
            base.Place(parameter, serverPath, local);
        }
    }

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        if (!_listIsOverridden)
        {
            base.PlaceItem(parameter, serverPath, local);
        }
    }

    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
        if (!IsOverridden(parameter))
        {
            base.Float(parameter, value);
        }
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, FmeGeometry value)
    {
        if (!IsOverridden(parameter))
        {
            base.Geometry(parameter, value);
        }
    }

    private static FmeChoice Choice(FmeParameterDescriptor parameter, int number) =>
        parameter.FindChoice(number)
        ?? throw new InvalidOperationException($"Parameter {parameter.Name} has no option with the number {number}. The request changed after it was checked.");

    private bool IsOverridden(FmeParameterDescriptor parameter) => overrides is not null && overrides.ContainsKey(parameter.Name);
}
