#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>.NET 8 lacks it; compilers know it by its name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority { get; } = priority;
}
#endif
